/** What is wrong with what was typed into a field; the sentences are lib/words/assignments'. */
export const faultCodes = [
  'missing',
  'too-long',
  'unreadable-time',
  'skipped-time',
  'opens-after-due',
  'due-earlier',
  'already-over',
  'not-a-number',
  'out-of-range',
  'credit-rises',
  'nothing-chosen',
  'too-many',
  'unknown-item',
  'too-few',
  'nobody',
  'no-more',
  'few-options',
  'one-right',
  'some-right',
  'as-written',
] as const;
export type FaultCode = (typeof faultCodes)[number];

export type FieldFault = {
  /** The field's name in the form. */
  readonly field: string;
  readonly code: FaultCode;
  /** What was found there, or what it is about. */
  readonly found?: string;
};

/** Collects what is wrong while a form is read, so that everything is told at once. */
export class Faults {
  readonly all: FieldFault[] = [];

  add(field: string, code: FaultCode, found?: string): undefined {
    // Of one field the first fault is told.
    if (!this.all.some((one) => one.field === field))
      this.all.push({ field, code, ...(found === undefined ? {} : { found: found.slice(0, 120) }) });
    return undefined;
  }
}
