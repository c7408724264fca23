import { JobLater, JobPoisoned } from '@/lib/jobs/job';
import { callOutside, type OutsideReply } from '@/lib/outside/call-outside';
import type { Statement } from '@/lib/xapi/statement';
import { MOST_STATEMENTS } from '@/lib/xapi/xapi-jobs';

/** The learning record store that this installation tells. Its address is the operator's own, so it may stand anywhere. */
export type RecordStore = { readonly endpoint: string; readonly key: string; readonly secret: string };

/** 1.0.3: what every record store takes; 2.0 differs in nothing that we say (Communication §3.3, §6.2). */
const VERSION = '1.0.3';
const anywhere = { plainHttp: true, privateAddresses: true };

/**
 * Tells these statements, in calls of at most fifty. A statement that is there already is not told anew (409); one that is not taken (400) keeps none of the
 * others from being told, and is named. Whoever fails or asks for time is asked again: ids make that harmless.
 */
export async function tellStatements(
  store: RecordStore,
  statements: readonly Statement[],
  signal?: AbortSignal,
): Promise<void> {
  const refused: string[] = [];
  for (let from = 0; from < statements.length; from += MOST_STATEMENTS)
    refused.push(...(await tellBatch(store, statements.slice(from, from + MOST_STATEMENTS), signal)));
  if (refused.length > 0) throw new JobPoisoned(`The record store does not take ${refused.join(', ')}.`);
}

async function tellBatch(
  store: RecordStore,
  batch: readonly Statement[],
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const { status, headers } = await post(store, batch, signal);
  if (status >= 200 && status <= 299) return [];
  const isAboutThem = status === 400 || status === 409 || status === 413;
  if (!isAboutThem) throw failure(status, headers['retry-after']);
  const [only, other] = batch;
  if (!only) return [];
  // The store refuses a batch whole (Communication §2.1.2): which of them it means is found by halving.
  if (!other) return status === 409 ? [] : [`${only.id} (${status})`];
  const half = Math.ceil(batch.length / 2);
  const first = await tellBatch(store, batch.slice(0, half), signal);
  return [...first, ...(await tellBatch(store, batch.slice(half), signal))];
}

function post(store: RecordStore, batch: readonly Statement[], signal: AbortSignal | undefined): Promise<OutsideReply> {
  const { endpoint, key, secret } = store;
  return callOutside(
    {
      method: 'POST',
      url: `${endpoint.replace(/\/$/, '')}/statements`,
      headers: {
        authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`,
        'content-type': 'application/json',
        'x-experience-api-version': VERSION,
      },
      body: JSON.stringify(batch),
      seconds: 20,
      ...(signal ? { signal } : {}),
    },
    anywhere,
  );
}

function failure(status: number, retryAfter: string | undefined): Error {
  const message = `The record store answered HTTP ${status}.`;
  const seconds = Number(retryAfter);
  return (status === 429 || status === 503) && seconds > 0 ? new JobLater(message, seconds) : new Error(message);
}
