import { aliveEntries, isAlive } from './cache';
import type { DnsEvent, DnsNote, NoDeed, Why } from './event';
import type { DnsState } from './state';

/** A step in progress: a state that may be changed in place, and what has happened so far. */
export type Moment = {
  state: DnsState;
  events: DnsEvent[];
  /** Engine steps: about a sixtieth of a millisecond each. */
  cost: number;
};

export function copyOf(state: DnsState): DnsState {
  return {
    ...state,
    jobs: state.jobs.map((job) => ({
      ...job,
      chain: [...job.chain],
      tried: [...job.tried],
      slow: [...job.slow],
      sought: [...job.sought],
    })),
    packets: [...state.packets],
    wire: [...state.wire],
    asked: [...state.asked],
    history: [...state.history],
    chance: { ...state.chance },
  };
}

export function explain(moment: Moment, why: Why): void {
  moment.events.push({ kind: 'why', at: moment.state.now, why });
}

export function noDeed(moment: Moment, reason: NoDeed): void {
  explain(moment, { code: 'no-deed', reason });
}

const mostHistory = 4_000;

export function note(moment: Moment, what: DnsNote): void {
  const { state } = moment;
  moment.events.push({ kind: 'noted', at: state.now, note: what });
  if (state.history.length < mostHistory) state.history.push({ at: state.now, note: what });
}

/** Lets the clock go on. What the resolver kept and whose time runs out on the way is told; how many there were. */
export function passTime(moment: Moment, to: number): number {
  const { state } = moment;
  const from = state.now;
  if (to <= from) return 0;
  const over = aliveEntries(state.cache, from).filter((entry) => !isAlive(entry, to));
  state.now = to;
  moment.events.push({ kind: 'time-passed', from, to });
  for (const { name, type } of over) note(moment, { code: 'expired', name, type });
  return over.length;
}
