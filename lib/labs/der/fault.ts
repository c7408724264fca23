/** What can be wrong with bytes that should be DER (X.690). */
export const derFaultCodes = [
  /** There is nothing where a value should be. */
  'empty',
  'too-large',
  'too-deep',
  'too-many',
  /** The tag, the length or the value goes on beyond the end of what holds it. */
  'overrun',
  /** Bytes after the end of the one value. */
  'trailing-bytes',
  /** A tag number written longer than needed, or too long for anyone. */
  'bad-tag',
  /** BER's length without a number (8.1.3.6); DER has none (10.1). */
  'indefinite-length',
  /** A length written longer than needed (10.1). */
  'length-not-minimal',
  'length-too-long',
  /** A type that cannot have parts has, or the other way round. */
  'wrong-form',
  'bad-boolean',
  'bad-integer',
  'bad-null',
  'bad-bit-string',
  'bad-object-identifier',
  'bad-string',
  'bad-time',
  /** Something else was expected here by whoever reads the value. */
  'unexpected-type',
  /** A part that has to be there is not. */
  'missing',
  /** What a standard says about a value does not hold. */
  'bad-value',
] as const;
export type DerFaultCode = (typeof derFaultCodes)[number];

/** The one thing that reading DER throws: what is wrong, and at which byte. */
export class DerFault extends Error {
  override readonly name = 'DerFault';
  constructor(
    readonly code: DerFaultCode,
    /** The offset of the byte at which it shows. */
    readonly at: number,
  ) {
    super(`${code} at byte ${at}`);
  }
}

/** What `read` gives, or its fault as a value; anything else that it throws is a mistake of ours and goes on. */
export function faultOr<Result>(
  read: () => Result,
): { kind: 'read'; value: Result } | { kind: 'fault'; fault: DerFault } {
  try {
    return { kind: 'read', value: read() };
  } catch (thrown) {
    if (thrown instanceof DerFault) return { kind: 'fault', fault: thrown };
    throw thrown;
  }
}
