import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { versions } from '@/lib/attempts/submit-versions';
import { isTransient } from '@/lib/attempts/transient-error';
import type { SessionClaims } from '@/lib/auth/session-token';
import { practiceFit } from '@/lib/labs/http/practice-fit';
import { onlyOne } from '@/lib/only-one';
import { TokenBuckets } from '@/lib/server/token-bucket';
import { findPracticeOf, findRequests, openPractice, type Practice } from './practice-store';
import { newToken } from './token';

/** Where a practice is found and until when it is good. */
export type GivenPractice = { token: string; path: string; openedAt: string; expiresAt: string };

/** One request of a log, as the lab replays it: milliseconds since the practice was opened, and the bytes in base64. */
export type ToldRequest = { at: number; request: string };

type Refused = {
  status: 400 | 401 | 404 | 409 | 503;
  body: { error: { code: string; message: string; field?: string } };
};
export type PracticeReply = { status: 200; body: GivenPractice } | Refused;
export type LogReply = { status: 200; body: { practice: GivenPractice | null; requests: ToldRequest[] } } | Refused;
type Asker = Pick<SessionClaims, 'learnerId'> | null;

const item = z.string().max(200).default('');
const openSchema = z.strictObject({ item, anew: z.boolean().default(false) });
const noSession = refused(401, 'no-session', 'A practice belongs to someone: sign in, or become a guest first.');
const unfitItem = refused(
  409,
  'unfit-item',
  'this task is done in its lab: a server’s log cannot show its goals',
  'item',
);
const unknownItem = refused(404, 'unknown-item', 'there is no such task with an http lab', 'item');

/** A page asks when it is opened, and then every few seconds whether something has come. */
export const practiceCallLimit = () =>
  onlyOne('practice-call-limit', () => new TokenBuckets({ burst: 120, perMinute: 60 }));

/** POST /api/labs/http: this learner's practice for a task, or for the lab's own page; the same until it is over or wanted anew. */
export async function submitPractice(asker: Asker, body: unknown): Promise<PracticeReply> {
  if (!asker) return noSession;
  const sent = openSchema.safeParse(body);
  if (!sent.success) return refused(400, 'bad-shape', 'expected { "item": "{path}/{lesson}/{task}" } or {}', 'item');
  return whileReachable(async () => {
    const begun = await beginningOf(sent.data.item);
    if (begun === 'unknown') return unknownItem;
    if (begun === 'unfit') return unfitItem;
    const { learnerId } = asker;
    const practice = await openPractice({ token: newToken(), learnerId, ...sent.data, ...begun });
    return practice ? { status: 200, body: given(practice) } : noSession;
  });
}

/** GET /api/labs/http?item=…: what was asked of it so far. */
export async function practiceLog(asker: Asker, asked: string): Promise<LogReply> {
  if (!asker) return noSession;
  return whileReachable(async () => {
    const practice = await findPracticeOf(asker.learnerId, asked.slice(0, 200));
    if (!practice) return { status: 200, body: { practice: null, requests: [] } };
    const requests = await findRequests(practice.token);
    const told = requests.map(({ at, request }) => ({ at, request: Buffer.from(request).toString('base64') }));
    return { status: 200, body: { practice: given(practice), requests: told } };
  });
}

/** What the server behind a token begins with: the task's own seed, so that the lab replays the same; on the lab's page any. */
async function beginningOf(asked: string): Promise<{ version: string; seed: number } | 'unknown' | 'unfit'> {
  if (asked === '') return { version: '', seed: randomBytes(4).readUInt32BE() };
  const known = (await versions()).today(asked);
  if (known?.form.kind !== 'task' || known.form.task.lab !== 'http') return 'unknown';
  const { task } = known.form;
  return practiceFit({ ...task, goals: task.goal }) === 'fits' ? { version: known.version, seed: task.seed } : 'unfit';
}

function given({ token, openedAt, expiresAt }: Practice): GivenPractice {
  return {
    token,
    path: `/api/labs/http/s/${token}`,
    openedAt: new Date(openedAt).toISOString(),
    expiresAt: new Date(expiresAt).toISOString(),
  };
}

async function whileReachable<Reply>(work: () => Promise<Reply>): Promise<Reply | Refused> {
  try {
    return await work();
  } catch (error) {
    if (isTransient(error)) return refused(503, 'busy', 'The database cannot be reached.');
    throw error;
  }
}

function refused(status: Refused['status'], code: string, message: string, field?: string): Refused {
  return { status, body: { error: { code, message, ...(field ? { field } : {}) } } };
}
