/** Why bytes are no DNS message. */
export type MessageFaultCode =
  /** The message ends where this field should still go on. */
  | 'cut'
  /** Longer than a length of 16 bits can say. */
  | 'over-65535'
  /** A length whose two highest bits are 01 or 10 (RFC 1035 §4.1.4 reserves them): a label of more than 63 bytes cannot be written. */
  | 'label-over-63'
  | 'name-over-255'
  /** A pointer to itself or into the labels just read: whoever follows it comes back. */
  | 'pointer-loop'
  /** A pointer to what comes later; only an earlier name may be pointed at. */
  | 'pointer-forward'
  /** A pointer into the twelve bytes of the header, where no name stands. */
  | 'pointer-into-header'
  /** More pointers than a name can have labels. */
  | 'too-many-pointers'
  /** RDLENGTH and what the type needs do not agree. */
  | 'wrong-rdlength'
  /** Bytes behind the last record that the counts tell of. */
  | 'left-over';

/** `at` is the offset of the byte that is wrong; of what is missing, the end. */
export type MessageFault = { readonly why: MessageFaultCode; readonly at: number };

/** Thrown within the reader only; `decodeMessage` makes a value of it. */
export class Unreadable extends Error {
  constructor(readonly fault: MessageFault) {
    super(`${fault.why} at ${fault.at}`);
  }
}
