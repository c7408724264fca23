import { assertNever } from '@/lib/assert-never';
import type { Transition } from '../lab';
import type { DnsAction } from './action';
import { happen, nextDue } from './clock';
import { absolute, judged } from './conclude';
import { editZone } from './edit-zone';
import type { DnsEvent, DnsNote } from './event';
import { attack, forge, serverAddress } from './forge';
import { copyOf, explain, type Moment, noDeed, passTime } from './moment';
import { keyOf } from './name';
import { mostPackets, settle } from './network';
import { classIn } from './record-type';
import { type DnsState, hosts } from './state';
import { stubAsks } from './stub';

/** The whole engine: one action on one state. */
export function step(state: DnsState, action: DnsAction): Transition<DnsState, DnsEvent> {
  return advance(copyOf(state), action);
}

/** The same on a state that may be changed in place. */
export function advance(state: DnsState, action: DnsAction): Transition<DnsState, DnsEvent> {
  const moment: Moment = { state, events: [], cost: 1 };
  perform(moment, action);
  return { state: moment.state, events: moment.events, cost: moment.cost };
}

function perform(moment: Moment, action: DnsAction) {
  const { state } = moment;
  switch (action.kind) {
    case 'query':
      return query(moment, action);
    case 'next':
      return next(moment);
    case 'settle':
      return settleAll(moment);
    case 'wait':
      return wait(moment, action.ms);
    case 'flush':
      return flush(moment, action.name);
    case 'edit':
      return editZone(moment, action);
    case 'switch':
      return turn(moment, action.server, action.down);
    case 'drop':
      return drop(moment, action.packet);
    case 'harden': {
      const { kind: _, ...change } = action;
      state.resolver = { ...state.resolver, ...change };
      return explain(moment, { code: 'hardened' });
    }
    case 'forge':
      return forge(moment, action);
    case 'attack':
      return attack(moment, action);
    case 'conclude': {
      const claim = judged(state, action);
      state.claims = [...state.claims, claim].slice(-50);
      const { name, right, wrong, cause } = claim;
      return explain(moment, { code: 'concluded', name, right, wrong, cause });
    }
    default:
      return assertNever(action);
  }
}

/** Questions that may be open at once, and messages in a whole run. */
const mostOpen = 10;
const mostAsked = 300;

function query(moment: Moment, { name, type, at, recursion, tcp }: Extract<DnsAction, { kind: 'query' }>) {
  const { state } = moment;
  const server = at === undefined ? hosts.resolver : serverAddress(state, at);
  if (server === null) return noDeed(moment, 'no-such-server');
  const open = state.asked.filter(({ answer }) => answer === null).length;
  if (open >= mostOpen || state.asked.length >= mostAsked || state.packets.length >= mostPackets)
    return noDeed(moment, 'too-many');
  const question = { name: absolute(name), type, class: classIn };
  const transport = tcp ? 'tcp' : 'udp';
  stubAsks(moment, { question, server, recursion: recursion ?? server === hosts.resolver, transport });
  return explain(moment, { code: 'noted', note: { code: 'stub-asked', name: question.name, type, server, transport } });
}

function next(moment: Moment) {
  const due = nextDue(moment.state);
  if (!due) return noDeed(moment, 'nothing-under-way');
  happen(moment, due);
  const note = weightiest(moment.events);
  return explain(
    moment,
    note ? { code: 'noted', note } : { code: 'arrived', packet: due.kind === 'packet' ? due.packet.id : 0 },
  );
}

const mostHappenings = 1_000;

function settleAll(moment: Moment) {
  const { state } = moment;
  const before = state.packets.length;
  let count = 0;
  for (let due = nextDue(state); due && count < mostHappenings; due = nextDue(state)) {
    happen(moment, due);
    count += 1;
  }
  if (count === 0) return noDeed(moment, 'nothing-under-way');
  return explain(moment, { code: 'settled', messages: state.packets.length - before, note: weightiest(moment.events) });
}

function wait(moment: Moment, ms: number) {
  const { state } = moment;
  const until = state.now + ms;
  for (let due = nextDue(state), count = 0; due && due.at <= until && count < mostHappenings; due = nextDue(state)) {
    happen(moment, due);
    count += 1;
  }
  passTime(moment, until);
  const expired = moment.events.filter((event) => event.kind === 'noted' && event.note.code === 'expired').length;
  explain(moment, { code: 'waited', ms, expired });
}

function flush(moment: Moment, written: string | undefined) {
  const { state } = moment;
  const name = written === undefined ? null : absolute(written);
  const kept = [...state.cache].filter(([, entry]) => name !== null && keyOf(entry.name) !== keyOf(name));
  const entries = state.cache.size - kept.length;
  state.cache = new Map(kept);
  explain(moment, { code: 'flushed', name, entries });
}

function turn(moment: Moment, written: string, down: boolean) {
  const { state } = moment;
  const server = serverAddress(state, written);
  if (server === null || server === hosts.resolver) return noDeed(moment, 'no-such-server');
  const others = state.down.filter((address) => address !== server);
  state.down = down ? [...others, server] : others;
  return explain(moment, { code: 'switched', server, down });
}

function drop(moment: Moment, id: number) {
  const { state } = moment;
  if (!state.wire.includes(id)) return noDeed(moment, 'not-under-way');
  state.wire = state.wire.filter((one) => one !== id);
  settle(state, id, { fate: 'lost' });
  return explain(moment, { code: 'lost', packet: id });
}

/** What of all that came of an arrival is told in one sentence: the last of the weightiest. */
const weights: Readonly<Record<DnsNote['code'], number>> = {
  'stub-answered': 30,
  'stub-gave-up': 29,
  'forgery-believed': 28,
  truncated: 27,
  useless: 26,
  'timed-out': 25,
  failed: 24,
  ignored: 23,
  discarded: 22,
  'needs-address': 21,
  referred: 20,
  alias: 19,
  'stored-negative': 18,
  resolved: 17,
  'cache-hit': 16,
  stored: 15,
  served: 14,
  'asked-again': 13,
  asks: 12,
  kept: 11,
  'stub-asked': 10,
  expired: 5,
};

function weightiest(events: readonly DnsEvent[]): DnsNote | null {
  let best: DnsNote | null = null;
  for (const event of events) {
    if (event.kind === 'noted' && (!best || weights[event.note.code] >= weights[best.code])) best = event.note;
  }
  return best;
}
