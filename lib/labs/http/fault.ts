/** What can be wrong with a message: where that stands, and with which status a server answers it. */
export const faultFacts = {
  'leading-empty-line': { rfc: '9112 §2.2', status: 400 },
  'bare-lf': { rfc: '9112 §2.2', status: 400 },
  'bare-cr': { rfc: '9112 §2.2', status: 400 },
  'space-before-first-field': { rfc: '9112 §2.2', status: 400 },
  'request-line-parts': { rfc: '9112 §3', status: 400 },
  'request-line-spaces': { rfc: '9112 §3', status: 400 },
  'request-line-too-long': { rfc: '9112 §3', status: 414 },
  'method-bad': { rfc: '9112 §3.1', status: 400 },
  'target-octet': { rfc: '9112 §3.2', status: 400 },
  'target-unescaped': { rfc: '3986 §2', status: 400 },
  'target-fragment': { rfc: '9112 §3.2', status: 400 },
  'target-form': { rfc: '9112 §3.2', status: 400 },
  'host-missing': { rfc: '9112 §3.2', status: 400 },
  'host-repeated': { rfc: '9112 §3.2', status: 400 },
  'host-bad': { rfc: '9112 §3.2', status: 400 },
  'version-missing': { rfc: '9112 §2.3', status: 400 },
  'version-bad': { rfc: '9112 §2.3', status: 400 },
  'version-unsupported': { rfc: '9110 §15.6.6', status: 505 },
  'status-line-parts': { rfc: '9112 §4', status: 502 },
  'status-bad': { rfc: '9112 §4', status: 502 },
  'status-no-space': { rfc: '9112 §4', status: 502 },
  'reason-octet': { rfc: '9112 §4', status: 502 },
  'name-empty': { rfc: '9110 §5.1', status: 400 },
  'name-octet': { rfc: '9110 §5.1', status: 400 },
  'colon-missing': { rfc: '9112 §5', status: 400 },
  'space-before-colon': { rfc: '9112 §5.1', status: 400 },
  'obs-fold': { rfc: '9112 §5.2', status: 400 },
  'value-octet': { rfc: '9110 §5.5', status: 400 },
  'field-too-long': { rfc: '6585 §5', status: 431 },
  'fields-too-many': { rfc: '6585 §5', status: 431 },
  'head-too-large': { rfc: '6585 §5', status: 431 },
  'length-bad': { rfc: '9112 §6.3', status: 400 },
  'length-repeated': { rfc: '9110 §8.6', status: 400 },
  'length-conflict': { rfc: '9112 §6.3', status: 400 },
  'length-and-coding': { rfc: '9112 §6.3', status: 400 },
  'length-not-allowed': { rfc: '9110 §8.6', status: 502 },
  'coding-bad': { rfc: '9112 §6.1', status: 400 },
  'coding-unknown': { rfc: '9112 §6.1', status: 501 },
  'coding-not-last': { rfc: '9112 §6.3', status: 400 },
  'coding-repeated': { rfc: '9112 §6.1', status: 400 },
  'coding-in-1.0': { rfc: '9112 §6.1', status: 400 },
  'coding-not-allowed': { rfc: '9112 §6.1', status: 502 },
  'body-too-large': { rfc: '9110 §15.5.14', status: 413 },
  'chunk-size-bad': { rfc: '9112 §7.1', status: 400 },
  'chunk-too-large': { rfc: '9112 §7.1', status: 413 },
  'chunk-extension-bad': { rfc: '9112 §7.1.1', status: 400 },
  'chunk-line-too-long': { rfc: '9112 §7.1.1', status: 400 },
  'chunk-end-missing': { rfc: '9112 §7.1', status: 400 },
  'trailer-forbidden': { rfc: '9110 §6.5.1', status: 400 },
  'cut-short': { rfc: '9112 §8', status: 400 },
} as const satisfies Readonly<Record<string, { rfc: string; status: number }>>;

export type FaultCode = keyof typeof faultFacts;
export const faultCodes = Object.keys(faultFacts).filter((code): code is FaultCode => Object.hasOwn(faultFacts, code));

/** A fault at its octets: `from` inclusive, `to` exclusive, from the beginning of all bytes. */
export type Fault = {
  readonly code: FaultCode;
  readonly from: number;
  readonly to: number;
  /** `9112 §5.1`. */
  readonly rfc: string;
  /** What a server answers if it refuses: 400, 413, 414, 431, 501 or 505; of a response, what a proxy makes of it: 502. */
  readonly status: number;
  /** The rule is broken, but this reader goes on all the same. */
  readonly tolerated: boolean;
};

export function faultAt(code: FaultCode, from: number, to: number, tolerated = false): Fault {
  const { rfc, status } = faultFacts[code];
  return { code, from, to, rfc, status, tolerated };
}
