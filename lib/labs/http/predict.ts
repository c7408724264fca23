import * as z from 'zod/mini';
import { type PredictedField, type Prediction, wrongOnly } from '../prediction';
import type { HttpAction } from './action';
import { pathOf } from './goals';
import type { Exchange, HttpState } from './state';
import { step } from './step';

/** What can be asked of an HTTP run. `next-response`: the answer that the next request ends with, and who gives it. */
export const httpAsks = ['next-response'] as const;
export type HttpAsk = (typeof httpAsks)[number];

const sources = ['from-server', 'from-cache', 'from-front'] as const;
const statuses = [
  200, 201, 204, 206, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 405, 406, 409, 411, 412, 413, 414, 415, 416,
  417, 422, 428, 429, 431, 501, 505,
].map(String);

const shownExchangeSchema = z.strictObject({
  number: z.number(),
  by: z.enum(['hand', 'browser', 'victim', 'other']),
  method: z.string(),
  path: z.string(),
  /** null: no answer came. */
  status: z.nullable(z.number()),
  source: z.enum(sources),
});

/** What was asked and answered so far, what the browser has kept, and the request that comes next, as its beginning says it. */
export const httpPredictedFromSchema = z.strictObject({
  lab: z.literal('http'),
  /** Seconds since the run began. */
  now: z.number(),
  exchanges: z.array(shownExchangeSchema),
  stored: z.array(z.string()),
  cookies: z.array(z.string()),
  next: z.array(z.string()),
});
export type HttpPredictedFrom = z.output<typeof httpPredictedFromSchema>;

/** What the engine answers next from `state`; null when none of the further actions asks for anything. */
export function predictHttp(state: HttpState, further: readonly HttpAction[], _ask: HttpAsk): Prediction | null {
  let before = state;
  for (const action of further) {
    const after = step(before, action).state;
    const made = after.exchanges.slice(before.exchanges.length).filter(({ by }) => by === 'hand' || by === 'browser');
    const last = made.at(-1);
    if (last?.seen) return { from: predictedFrom(before, action), fields: fieldsOf(before, after, last) };
    before = after;
  }
  return null;
}

const sourceOf = ({ from }: Exchange) => `from-${from}` as const;

function predictedFrom({ exchanges, client, now }: HttpState, action: HttpAction): HttpPredictedFrom {
  return {
    lab: 'http',
    now: Math.floor(now / 1_000),
    exchanges: exchanges.map((exchange) => ({
      number: exchange.id,
      by: exchange.by,
      method: exchange.method,
      path: pathOf(exchange.url),
      status: exchange.seen?.status ?? null,
      source: sourceOf(exchange),
    })),
    stored: client.cache.map(({ url }) => pathOf(url)),
    cookies: client.jar.map(({ name, value }) => `${name}=${value}`),
    next: nextLines(action),
  };
}

/** The request line and the fields that somebody chose. */
function nextLines(action: HttpAction): string[] {
  if (action.kind === 'send')
    return action.text
      .split('\r\n')
      .filter((line) => line !== '')
      .slice(0, 12);
  if (action.kind !== 'request') return [action.kind];
  return [`${action.method} ${action.url}`, ...action.fields.map(({ name, value }) => `${name}: ${value}`)];
}

function fieldsOf(before: HttpState, after: HttpState, { seen, ...exchange }: Exchange): PredictedField[] {
  const status = String(seen?.status ?? '');
  const onTheWire = after.log.length - before.log.length;
  const said = after.log.at(-1)?.status;
  const source = sourceOf({ seen, ...exchange });
  const last = before.exchanges.at(-1)?.seen?.status;
  return [
    {
      name: 'status',
      form: { kind: 'one', of: statuses.includes(status) ? statuses : [...statuses, status] },
      value: status,
      wrong: wrongOnly(status, {
        'success-anyway': '200',
        'as-before': last === undefined ? undefined : String(last),
        // What went over the wire is not always what whoever asked gets to see.
        'what-the-server-said': onTheWire > 0 && said !== undefined ? String(said) : undefined,
        'not-modified': '304',
        'not-found': '404',
        'bad-request': '400',
      }),
    },
    {
      name: 'source',
      form: { kind: 'one', of: sources },
      value: source,
      wrong: wrongOnly(source, { 'asked-again': 'from-server', 'taken-from-cache': 'from-cache' }),
    },
    {
      name: 'requests',
      form: { kind: 'whole' },
      value: String(onTheWire),
      wrong: wrongOnly(String(onTheWire), {
        'none-needed': '0',
        'only-one': '1',
        'one-too-many': String(onTheWire + 1),
      }),
    },
  ];
}
