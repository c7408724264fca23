/**
 * Something outside the program keeps it from starting (or a command from running): one sentence that says what was
 * found, and one that says how to mend it. Printed without a stack; nothing has been touched.
 */
export class StartFault extends Error {
  override name = 'StartFault';
  readonly exitCode = 1;
  constructor(found: string, hint: string, options?: ErrorOptions) {
    super(`${found} ${hint}`, options);
  }
}
