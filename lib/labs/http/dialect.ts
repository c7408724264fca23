/**
 * How a reader takes what RFC 9112 leaves to it, or forbids. `strict` is ours and refuses whatever two readers could take in two
 * ways; the others exist because such readers do, and because requests are smuggled between two that differ.
 */
export type Dialect = {
  /** A line that ends with LF alone (§2.2: MAY be accepted). */
  readonly bareLf: 'refuse' | 'accept';
  /** A field value that goes on in the next line (§5.2). */
  readonly obsFold: 'refuse' | 'unfold';
  /** `Name : value` (§5.1). `ignore`: a field of another name, which nobody looks at. */
  readonly spaceBeforeColon: 'refuse' | 'accept' | 'ignore';
  /** Several Content-Length, or a list of them (§6.3). `same`: several equal ones pass. */
  readonly repeatedLength: 'refuse' | 'same' | 'first' | 'last';
  /** Content-Length beside Transfer-Encoding (§6.3): which one counts. */
  readonly lengthAndCoding: 'refuse' | 'length' | 'coding';
  /** A Transfer-Encoding that is not exactly understood (§6.1). `ignore`: as if it were not there; `guess`: chunked if it says so anywhere. */
  readonly oddCoding: 'refuse' | 'ignore' | 'guess';
};

export const strict: Dialect = {
  bareLf: 'refuse',
  obsFold: 'refuse',
  spaceBeforeColon: 'refuse',
  repeatedLength: 'refuse',
  lengthAndCoding: 'refuse',
  oddCoding: 'refuse',
};
