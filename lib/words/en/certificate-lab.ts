import { assertNever } from '@/lib/assert-never';
import type { BrowserError } from '@/lib/labs/certificate/browser-error';
import type { CheckName, Finding, ReasonCode } from '@/lib/labs/certificate/check';
import type { CertificateEvent, Hindrance } from '@/lib/labs/certificate/event';
import type { CertificateGoal } from '@/lib/labs/certificate/goal';

/** What is checked: its name, and what it asks. */
const checks: Record<CheckName, { name: string; asks: string }> = {
  format: { name: 'Format', asks: 'Are these bytes certificates at all?' },
  chain: { name: 'Chain', asks: 'Is the certificate of each issuer at hand?' },
  trust: { name: 'Trusted root', asks: 'Does the chain end at a root that this machine trusts?' },
  signature: { name: 'Signatures', asks: 'Was each certificate signed with the key of the one above it?' },
  dates: { name: 'Dates', asks: 'Is it now within the validity of every certificate?' },
  name: { name: 'Name', asks: 'Is the name in the address bar among the names of the certificate?' },
  ca: { name: 'Authority', asks: 'May those that signed call themselves an authority?' },
  'key-usage': { name: 'Key usage', asks: 'May each key do what it was used for?' },
  purpose: { name: 'Purpose', asks: 'Is the certificate for servers?' },
  'path-length': { name: 'Path length', asks: 'Are there no more authorities than those above allow?' },
  'name-constraints': { name: 'Name constraints', asks: 'May the authority speak for this name?' },
  critical: { name: 'Critical extensions', asks: 'Is everything that must be understood understood?' },
  strength: { name: 'Strength', asks: 'Are keys and digests strong enough today?' },
  revocation: { name: 'Revocation', asks: 'Does a list of its issuer say that it no longer counts?' },
};

/** Why a check fails. `detail` is what the engine found: a name, a time, a number. */
const reasons: Record<ReasonCode, (detail: string) => string> = {
  unreadable: (detail) => `The bytes make no sense from byte ${detail.split(' ')[1] ?? '0'} on.`,
  'issuer-missing': (issuer) => `Its issuer, ${issuer}, was not sent and is not known here.`,
  'self-signed': (name) => `${name} vouches for itself, and nobody here trusts it.`,
  'untrusted-root': (name) => `The chain is whole, but it ends at ${name}, which is not trusted here.`,
  'signature-wrong': (issuer) => `The signature does not fit the key of ${issuer}: forged, or changed on the way.`,
  'signature-unsupported': (algorithm) => `Not computed here: ${algorithm}. Whether it is good, this lab cannot say.`,
  'algorithms-differ': () => 'The algorithm is named one way inside the signed part and another way outside.',
  'not-yet-valid': (time) => `It is valid from ${time} on. That is still to come.`,
  expired: (time) => `It was valid until ${time}. That is over.`,
  'name-mismatch': (names) => `It is for ${names}, and for nothing else.`,
  'no-names': () => 'It has no subjectAltName. The common name has not counted for years.',
  'not-a-ca': () => 'It signed another certificate without being an authority (cA is not TRUE).',
  'may-not-sign-certificates': (usages) => `Its key may do this: ${usages}. keyCertSign is not among it.`,
  'may-not-sign': (usages) => `Its key may only do this: ${usages}. No server can use that.`,
  'not-for-servers': (purposes) => `It is for ${purposes}, not for servers.`,
  'path-too-long': (detail) => {
    const [between, most] = detail.split(' ');
    return `There are ${between} authorities below it, and it allows ${most}.`;
  },
  'name-not-permitted': (name) => `${name} is beyond the names its authority may speak for.`,
  'name-excluded': (name) => `${name} is among the names its authority must not speak for.`,
  'unknown-critical': (oid) =>
    `It has a critical extension, ${oid}, that nobody here understands. Then one must refuse.`,
  'weak-digest': (algorithm) => `It is signed by ${algorithm}. Such digests can be forged.`,
  'weak-key': (bits) => `Its RSA key has ${bits} bits. 2048 is the least today.`,
  revoked: (time) => `Its issuer has put it on the list of the revoked, as of ${time}.`,
  'crl-missing': () => 'There is no list of its issuer to ask.',
  'crl-outdated': () => 'The list of its issuer is out of date.',
  'crl-not-trusted': () => 'The list is not signed by its issuer.',
};

const browser: Record<BrowserError, string> = {
  ERR_CERT_INVALID: 'The certificate is not valid.',
  ERR_CERT_REVOKED: 'The certificate was revoked.',
  ERR_CERT_AUTHORITY_INVALID: 'Nobody you trust has vouched for this server.',
  ERR_CERT_COMMON_NAME_INVALID: 'The certificate is for another name.',
  ERR_CERT_NAME_CONSTRAINT_VIOLATION: 'The authority may not speak for this name.',
  ERR_CERT_WEAK_SIGNATURE_ALGORITHM: 'The certificate was signed over a digest that can be forged.',
  ERR_CERT_WEAK_KEY: 'The key is too weak.',
  ERR_CERT_DATE_INVALID: 'The certificate has expired, or is not valid yet.',
  ERR_CERT_UNABLE_TO_CHECK_REVOCATION: 'Nobody can say whether the certificate was revoked.',
};

const hindrances: Record<Hindrance, (what: string) => string> = {
  'no-such-certificate': (what) => `There is no certificate called ${what}.`,
  'no-such-server': (what) => `There is no server called ${what}.`,
  'no-server': () => 'There is no server here to visit.',
  'id-taken': (what) => `There is a certificate called ${what} already.`,
  'not-your-key': (what) =>
    `The key of ${what} is not yours: you cannot sign with it. Nobody can but its owner; that is all a signature is.`,
  'key-cannot-sign-so': (what) => `This key cannot sign over ${what} here.`,
  'nothing-left-to-check': () => 'Every check has been run.',
  'already-judged': (what) => `You have judged ${what} already. The first word counts.`,
  'already-trusted': (what) => `${what} is trusted already.`,
  'not-trusted': (what) => `${what} was not trusted anyway.`,
  'already-revoked': (what) => `${what} is on the list already.`,
  'signs-itself': (what) => `${what} has no issuer that could revoke it. A root is only distrusted.`,
  'too-many': () => 'A hundred certificates are enough.',
  'no-such-byte': (what) => `There is no byte ${what} that could be changed.`,
  'no-such-request': (what) => `There is no request called ${what}.`,
  'no-such-key': (what) => `There is no key called ${what}. Make it first.`,
  'key-taken': (what) => `There is a key called ${what} already.`,
  'request-unreadable': (what) => `The authority refuses: from byte ${what} on, the request makes no sense.`,
  'no-possession': (what) =>
    `The authority refuses ${what}: its signature does not fit the public key in it. Whoever asks has not shown that the private key is theirs.`,
  'too-many-keys': () => 'Twenty keys are enough.',
};

const outcomes: Record<Finding['verdict'] | 'not-asked', string> = {
  passed: 'passed',
  failed: 'fails',
  unknown: 'cannot be said',
  'not-asked': 'does not apply',
};

function checked({ check, outcome, findings }: Extract<CertificateEvent, { kind: 'checked' }>): string {
  const telling = findings.find(({ verdict }) => verdict === outcome && verdict !== 'passed');
  const why = telling?.reason ? ` ${reasons[telling.reason](telling.detail ?? '')}` : '';
  return `${checks[check].name}: ${outcomes[outcome]}.${why}`;
}

function judged(event: Extract<CertificateEvent, { kind: 'judged' }>): string {
  const shown = event.browser === null ? 'shows the page' : `stops with ${event.browser}`;
  if (event.right) return `Right: a browser ${shown}.`;
  if (event.wrongCheck) return `It has to be refused, but not for that: this check does not fail. A browser ${shown}.`;
  if (event.answer === 'accept') return `No: this chain must not be accepted. A browser ${shown}.`;
  return `No: nothing is wrong with this chain. A browser ${shown}.`;
}

/** What the certificate lab says of what happened, in sentences. */
export const certificateLab = {
  checks,
  reasons,
  browser,
  outcomes,
  time: (at: number) =>
    new Date(at)
      .toISOString()
      .replace('T', ' ')
      .replace(/:00\.000Z$|\.000Z$/, ' UTC'),
  event(event: CertificateEvent): string {
    switch (event.kind) {
      case 'visited':
        return `You visit ${event.name}.`;
      case 'checked':
        return checked(event);
      case 'checks-done':
        return event.accepted
          ? 'Every check passed: a browser shows the page.'
          : `A browser stops here with ${event.browser}.`;
      case 'judged':
        return judged(event);
      case 'issued':
        return event.issuer === null
          ? `${event.certificate} is made, ${event.bytes} bytes, and signed by its own key. Whether anyone trusts it is another matter.`
          : `${event.certificate} is made, ${event.bytes} bytes, and signed with the key of ${event.issuer}.`;
      case 'key-made':
        return `${event.key} is made, a pair of keys on the curve P-256. The public half may go anywhere; the private half stays here.`;
      case 'requested':
        return event.possession === 'right'
          ? `${event.request} is made, ${event.bytes} bytes: a name and the public key of ${event.key}, signed with its private key.`
          : `${event.request} is made, ${event.bytes} bytes: a name and the public key of ${event.key}, signed with another key.`;
      case 'request-signed':
        return [
          `${event.issuer} has read ${event.request} and found its signature good, so whoever asks has the key. It issues ${event.certificate}, ${event.bytes} bytes.`,
          event.names.length > 0
            ? `That ${event.names.join(', ')} is really theirs, no request can show: authorities look at that another way.`
            : '',
          event.refusedAuthority ? 'It asked to be an authority, and was not made one.' : '',
        ]
          .filter((sentence) => sentence !== '')
          .join(' ');
      case 'presented':
        return `The server presents ${event.chain.join(', then ')}.`;
      case 'trusted':
        return `This machine trusts ${event.certificate} now, and whatever it vouches for.`;
      case 'distrusted':
        return `This machine no longer trusts ${event.certificate}.`;
      case 'clock-set':
        return `The clock says ${this.time(event.to)}.`;
      case 'name-asked':
        return `The address bar says ${event.to} now. The same server answers.`;
      case 'revoked':
        return `${event.issuer} publishes a new list with ${event.certificate} on it.`;
      case 'byte-changed':
        return `Byte ${event.at} of ${event.certificate} was ${hex(event.from)} and is ${hex(event.to)}. Nobody has signed it like this.`;
      case 'hindered':
        return hindrances[event.why](event.what);
      default:
        return assertNever(event);
    }
  },
  goal(goal: CertificateGoal): string {
    switch (goal.kind) {
      case 'judged-rightly':
        return `You have judged ${goal.server} rightly, and named a check that fails where one does.`;
      case 'verdict':
        return goal.accepted
          ? `The chain of ${goal.server} is good.`
          : `The chain of ${goal.server} is refused${goal.reason ? `, for this reason among others: ${goal.reason}` : ''}.`;
      case 'browser-says':
        return `Visiting ${goal.server}, a browser stops with ${goal.error}.`;
      case 'chain-valid-for-name':
        return `The chain of ${goal.server} is good for ${goal.name}${goal.at ? `, at ${goal.at}` : ''}.`;
      case 'chain-refused-for-name':
        return `The chain of ${goal.server} is refused for ${goal.name}${goal.at ? `, at ${goal.at}` : ''}.`;
      case 'root-trusted':
        return goal.trusted ? `${goal.certificate} is trusted.` : `${goal.certificate} is not trusted.`;
      case 'trusted-at-most':
        return `No more than ${goal.certificates} certificates are trusted.`;
      case 'checked':
        return `You have run the check “${checks[goal.check].name}” on ${goal.server}.`;
      case 'made-root':
        return 'You have made a root of your own.';
      case 'signed-for':
        return `You have signed a certificate for ${goal.name}, and for no other name.`;
      case 'signed-on-request':
        return `You have had a request for ${goal.name} signed, for that name and no other.`;
      case 'revoked':
        return `${goal.certificate} is revoked by its issuer.`;
      default:
        return assertNever(goal);
    }
  },
  deadEnds: {
    'judged-wrongly': 'You have judged this chain, and it was not right. Start over to judge again.',
    'revoked-for-good': 'The certificate is revoked, and that cannot be taken back.',
  },
};

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
