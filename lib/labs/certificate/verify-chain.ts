import { type DerFault, faultOr } from '../der/fault';
import { type BrowserError, browserError } from './browser-error';
import type { Certificate } from './certificate';
import { type CheckName, checkNames, type Finding, failed, passed, type ReasonCode } from './check';
import {
  checkAuthorities,
  checkChain,
  checkCritical,
  checkDates,
  checkKeyUsage,
  checkName,
  checkNameConstraints,
  checkPathLength,
  checkPurpose,
  checkSignatures,
  checkStrength,
  checkTrust,
} from './check-path';
import { checkRevocation, type RevocationRule } from './check-revocation';
import { parseCertificate } from './parse-certificate';
import { type Path, pathsFrom } from './path';
import { parseRevocationList, type RevocationList } from './revocation-list';
import { type VerifySignature, verifySignature } from './signature-algorithm';

export type ChainQuestion = {
  /** What the server presents, its own certificate first, the rest in any order; DER. */
  readonly chain: readonly Uint8Array[];
  /** The certificates that are trusted for themselves: roots. */
  readonly trusted: readonly Uint8Array[];
  /** When it is asked: milliseconds since 1970 in UTC. */
  readonly at: number;
  /** The host's name or address that was typed; null where none is asked for. */
  readonly name: string | null;
  readonly crls?: readonly Uint8Array[];
  readonly revocation?: RevocationRule;
  /** How signatures are checked, where more kinds of them shall be than labs make. */
  readonly verify?: VerifySignature | undefined;
};

export type Verdict = {
  readonly accepted: boolean;
  /** The path that was judged, the server's certificate first; empty when that cannot be read. */
  readonly path: readonly Certificate[];
  readonly findings: readonly Finding[];
  /** The first check that fails, in our order; null when none does. */
  readonly failure: Finding | null;
  /** What a browser shows instead of the page; null when it shows the page. */
  readonly browser: BrowserError | null;
  /** Where the bytes of a presented certificate stop making sense. */
  readonly faults: readonly { readonly presented: number; readonly fault: DerFault }[];
};

/** What is looked at of what a stranger sends. */
const mostPresented = 32;

/** Judges what a server presents: every check, on the best path there is. Never throws, whatever the bytes. */
export function verifyChain(question: ChainQuestion): Verdict {
  const presented = question.chain.slice(0, mostPresented).map((bytes) => faultOr(() => parseCertificate(bytes)));
  const trusted = question.trusted.flatMap((bytes) => valueIn(faultOr(() => parseCertificate(bytes))));
  const lists = (question.crls ?? []).flatMap((bytes) => valueIn(faultOr(() => parseRevocationList(bytes))));
  return verifyParsed({ ...question, presented, trusted, lists });
}

type Read<T> = { kind: 'read'; value: T } | { kind: 'fault'; fault: DerFault };

function valueIn<T>(read: Read<T>): T[] {
  return read.kind === 'read' ? [read.value] : [];
}

/** The same, already read: whoever asks again and again need not parse each time. */
export function verifyParsed({
  presented,
  trusted,
  lists,
  at,
  name,
  revocation = 'if-known',
  verify = verifySignature,
}: {
  readonly presented: readonly Read<Certificate>[];
  readonly trusted: readonly Certificate[];
  readonly lists: readonly RevocationList[];
  readonly at: number;
  readonly name: string | null;
  readonly revocation?: RevocationRule | undefined;
  readonly verify?: VerifySignature | undefined;
}): Verdict {
  const faults = presented.flatMap((read, place) =>
    read.kind === 'fault' ? [{ presented: place, fault: read.fault }] : [],
  );
  const format = presented.map((read, place) =>
    read.kind === 'read'
      ? passed('format', place)
      : failed('format', place, 'unreadable', `${read.fault.code} ${read.fault.at}`),
  );
  const [first, ...rest] = presented;
  if (first?.kind !== 'read') {
    const findings = format.length > 0 ? format : [failed('format', 0, 'unreadable', 'empty 0')];
    return verdictOf([], findings, faults);
  }
  const others = rest.flatMap(valueIn);
  const judged = pathsFrom(first.value, others, trusted).map((path) => ({
    path,
    findings: [...format, ...findingsOf(path)],
  }));
  const best = judged.reduce((one, other) => (failures(other.findings) < failures(one.findings) ? other : one));
  return verdictOf(best.path.certificates, best.findings, faults);

  function findingsOf(path: Path): Finding[] {
    return [
      ...checkChain(path),
      ...checkTrust(path),
      ...checkSignatures(path, verify),
      ...checkDates(path, at),
      ...checkName(path, name),
      ...checkAuthorities(path),
      ...checkKeyUsage(path),
      ...checkPurpose(path),
      ...checkPathLength(path),
      ...checkNameConstraints(path),
      ...checkCritical(path),
      ...checkStrength(path),
      ...checkRevocation(path, lists, at, revocation, verify),
    ];
  }
}

function failures(findings: readonly Finding[]): number {
  return findings.filter(({ verdict }) => verdict === 'failed').length;
}

function verdictOf(path: readonly Certificate[], findings: readonly Finding[], faults: Verdict['faults']): Verdict {
  const failure = findings.find(({ verdict }) => verdict === 'failed') ?? null;
  return { accepted: failure === null, path, findings, failure, browser: browserError(findings), faults };
}

/** What a check says on the whole: that it failed anywhere, else that it is unknown anywhere, else that it passed. */
export function outcomeOf(findings: readonly Finding[], check: CheckName): Finding['verdict'] | 'not-asked' {
  const own = findings.filter((finding) => finding.check === check);
  if (own.length === 0) return 'not-asked';
  return (
    own.find(({ verdict }) => verdict === 'failed')?.verdict ??
    own.find(({ verdict }) => verdict === 'unknown')?.verdict ??
    'passed'
  );
}

/** Every reason for which it is refused, each once, in the order of the checks. */
export function reasonsOf({ findings }: Pick<Verdict, 'findings'>): ReasonCode[] {
  const reasons = checkNames.flatMap((check) =>
    findings.filter((one) => one.check === check && one.verdict === 'failed').flatMap(({ reason }) => reason ?? []),
  );
  return [...new Set(reasons)];
}
