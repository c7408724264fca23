/** The command was used wrongly: exit code 2. */
export class UsageFault extends Error {
  override name = 'UsageFault';
}
