import type { DnsAction } from './action';
import { lookUp, secondsLeft } from './cache';
import { dataText } from './data-text';
import { type DomainName, isSameName, parseName } from './name';
import type { RecordType } from './record-type';
import type { Asked, DnsState } from './state';
import { truthOf } from './truth';

/**
 * Why the computer's last answer to a question is what it is:
 * `current`: it says what the authority says now · `stale`: the resolver gave what it remembered, the authority says something else by now ·
 * `remembered-absence`: the resolver remembered that there is nothing, and now there is · `poisoned`: somebody's forgery is in it ·
 * `no-such-name`, `no-data`: the authority itself says so · `loop`: the aliases lead back · `unreachable`: no server of the zone helps.
 */
export const causes = [
  'current',
  'stale',
  'remembered-absence',
  'poisoned',
  'no-such-name',
  'no-data',
  'loop',
  'unreachable',
] as const;
export type Cause = (typeof causes)[number];

export const claimFields = ['canonical', 'zone', 'address', 'cause', 'left'] as const;
export type ClaimField = (typeof claimFields)[number];

/** What the learner wrote on paper of a question, and which of it was right when it was written. */
export type Claim = {
  readonly name: DomainName;
  readonly type: RecordType;
  readonly right: readonly ClaimField[];
  readonly wrong: readonly ClaimField[];
  readonly cause: Cause | null;
};

export function lastAnswered(state: DnsState, name: DomainName, type: RecordType): Asked | null {
  return (
    state.asked.findLast(
      ({ answer, question }) => answer !== null && question.type === type && isSameName(question.name, name),
    ) ?? null
  );
}

/** Computed from what was answered, what the authorities say now, and who wrote what the cache holds; null before an answer. */
export function causeOf(state: DnsState, name: DomainName, type: RecordType): Cause | null {
  const asked = lastAnswered(state, name, type);
  if (!asked) return null;
  const { answer } = asked;
  if (asked.isFalse) return 'poisoned';
  const truth = truthOf(state.internet, name, type);
  if (truth.trouble === 'loop') return 'loop';
  if (answer === null || answer === 'silence' || answer.rcode === 2 || answer.rcode === 5) return 'unreachable';
  const said = answer.answers.filter(({ data }) => data.type === type).map(({ data }) => dataText(data));
  const wanted = truth.records.map(({ data }) => dataText(data));
  if (said.length === 0 && wanted.length > 0) return 'remembered-absence';
  const isSame = said.length === wanted.length && said.every((text) => wanted.includes(text));
  if (!isSame) return 'stale';
  if (wanted.length > 0) return 'current';
  return truth.rcode === 'NXDOMAIN' ? 'no-such-name' : 'no-data';
}

/** Seconds that the resolver will still give what it knows of a question: of a chain of aliases the shortest. Null: it knows nothing. */
export function secondsKnown(state: DnsState, name: DomainName, type: RecordType): number | null {
  let at = name;
  let least = Number.POSITIVE_INFINITY;
  for (let steps = 0; steps < 16; steps += 1) {
    const known = lookUp(state.cache, at, type, state.now);
    if (!known) break;
    least = Math.min(least, secondsLeft(known, state.now));
    const [data] = known.data;
    if (known.type === type || data?.type !== 'CNAME') break;
    at = data.target;
  }
  return Number.isFinite(least) ? least : null;
}

type Written = Extract<DnsAction, { kind: 'conclude' }>;

/** Judges each field that was filled in. */
export function judged(state: DnsState, written: Written): Claim {
  const name = absolute(written.name);
  const { type } = written;
  const truth = truthOf(state.internet, name, type);
  const cause = causeOf(state, name, type);
  const is: Record<ClaimField, boolean | null> = {
    canonical: written.canonical === undefined ? null : isSameName(absolute(written.canonical), truth.canonical),
    zone: written.zone === undefined ? null : isSameName(absolute(written.zone), truth.zone),
    address:
      written.address === undefined ? null : truth.records.some(({ data }) => dataText(data) === written.address),
    cause: written.cause === undefined ? null : written.cause === cause,
    left: written.left === undefined ? null : written.left === secondsKnown(state, name, type),
  };
  return {
    ...{ name, type, cause: written.cause ?? null },
    right: claimFields.filter((field) => is[field] === true),
    wrong: claimFields.filter((field) => is[field] === false),
  };
}

/** A name that a schema has let through, with its last dot. */
export function absolute(text: string): DomainName {
  const read = parseName(text);
  return read.kind === 'name' ? read.name : '.';
}
