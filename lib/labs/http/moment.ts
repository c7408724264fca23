import type { HttpEvent, NoDeed, Why } from './event';
import type { LogEntry } from './origin/log-entry';
import { epoch } from './setup';
import type { Exchange, HttpState } from './state';

/** A step in progress: a state that may be changed in place, and what has happened so far. */
export type Moment = {
  readonly state: HttpState;
  readonly events: HttpEvent[];
  /** Engine steps: about a sixtieth of a millisecond each. */
  cost: number;
};

/** Engine steps that one exchange takes, and one that is not more than a note. */
export const cost = { exchange: 12, note: 1 } as const;

/** More than the server answers altogether, so that a run can go on when that is used up. */
export const mostExchanges = 400;

/** Milliseconds since 1970, as all in the lab have it. */
export function wallClock({ now }: HttpState): number {
  return epoch + now;
}

export function explain({ events, state }: Moment, why: Why) {
  events.push({ kind: 'why', at: state.now, why });
}

export function noDeed(moment: Moment, reason: NoDeed) {
  explain(moment, { code: 'no-deed', reason });
}

export function passTime({ state, events }: Moment, ms: number) {
  if (ms <= 0) return;
  events.push({ kind: 'time-passed', from: state.now, to: state.now + ms });
  state.now += ms;
}

/** Writes an entry into the log and says where; null: there was none. */
export function logged({ state }: Moment, entry: LogEntry | null): number | null {
  if (!entry) return null;
  state.log = [...state.log, entry];
  return state.log.length - 1;
}

const untold = {
  request: null,
  response: null,
  seen: null,
  from: 'server',
  decision: null,
  keeping: null,
  cookies: [],
  redirection: null,
  follows: null,
  entry: null,
} as const;

type Told = Pick<Exchange, 'by' | 'url' | 'method' | 'sentAt' | 'arrivedAt'>;

/** Adds an exchange; what is not said of it did not happen. */
export function addExchange({ state }: Moment, told: Told & Partial<Omit<Exchange, 'id'>>): Exchange {
  const exchange: Exchange = { ...untold, ...told, id: state.exchanges.length };
  state.exchanges = [...state.exchanges, exchange];
  return exchange;
}
