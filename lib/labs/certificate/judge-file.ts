import { browserError } from './browser-error';
import type { Certificate } from './certificate';
import type { Finding } from './check';
import { sameName } from './distinguished-name';
import { namesOf } from './match-name';
import type { RevocationList } from './revocation-list';
import type { VerifySignature } from './signature-algorithm';
import { verifyAnySignature } from './verify-any-signature';
import { type Verdict, verifyParsed } from './verify-chain';

/** `undecided`: all that is not good about it is that something in it is not computed here. */
export type Outcome = 'accepted' | 'refused' | 'undecided';
export type FileVerdict = { readonly outcome: Outcome; readonly verdict: Verdict };

export type FileQuestion = {
  /** What stands in the files, in their order. */
  readonly certificates: readonly Certificate[];
  /** Which of them a server would present as its own. */
  readonly leaf: Certificate;
  /** Those of them that are trusted for themselves. */
  readonly trusted: readonly Certificate[];
  readonly lists: readonly RevocationList[];
  /** Milliseconds since 1970 in UTC. */
  readonly at: number;
  /** None where no name is asked for. */
  readonly name: string | null;
};

/** Judges what a learner's files hold, with what we do not compute told apart from what is wrong. */
export function judgeFile({ certificates, leaf, trusted, lists, at, name }: FileQuestion): FileVerdict {
  const others = certificates.filter((one) => one !== leaf);
  const presented = [leaf, ...others].map((value) => ({ kind: 'read', value }) as const);
  const judged = verifyParsed({ presented, trusted, lists, at, name, verify: counting(verifyAnySignature) });
  const findings = judged.findings.map(notComputed);
  const failure = findings.find((one) => one.verdict === 'failed') ?? null;
  const isOpen = findings.some(({ reason }) => reason === 'signature-unsupported');
  return {
    outcome: failure ? 'refused' : isOpen ? 'undecided' : 'accepted',
    verdict: { ...judged, findings, failure, browser: browserError(findings), accepted: failure === null && !isOpen },
  };
}

/** A lab refuses what it cannot check, as a server must; whoever only looks is told that nobody here knows. */
function notComputed(finding: Finding): Finding {
  return finding.reason === 'signature-unsupported' ? { ...finding, verdict: 'unknown' } : finding;
}

/** Far more than any chain needs; files made to have each certificate issued by thirty others shall not stop the page. */
const mostSignatures = 48;

function counting(verify: VerifySignature): VerifySignature {
  let left = mostSignatures;
  return (...asked) => {
    left -= 1;
    return left < 0 ? 'unsupported' : verify(...asked);
  };
}

/** The certificate that issued none of the others: what a server would present as its own. The first of several. */
export function leafOf(certificates: readonly Certificate[]): Certificate | undefined {
  const isIssuer = ({ subject }: Certificate) =>
    certificates.some((other) => sameName(other.issuer, subject) && !sameName(other.subject, subject));
  return certificates.find((one) => !isIssuer(one)) ?? certificates[0];
}

/** A name that the certificate is for: of a wildcard one that it covers. Empty where it has none. */
export function hostOf(certificate: Certificate): string {
  const [first] = namesOf(certificate).flatMap((name) => (name.kind === 'dns' ? [name.text] : []));
  return first?.replace(/^\*\./, 'www.') ?? '';
}
