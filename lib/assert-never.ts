/** The default of a switch over a closed union: the type checker proves that it cannot be reached. */
export function assertNever(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
}
