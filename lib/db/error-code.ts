/** The SQLSTATE or the system's code of an error; `connection-lost` for pg's own complaint, which has none. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  // Several addresses were tried: the first one's reason.
  if (error instanceof AggregateError) return errorCode(error.errors[0]);
  if ('code' in error && typeof error.code === 'string') return error.code;
  return /Connection (terminated|ended)|Client has encountered a connection error/i.test(error.message)
    ? 'connection-lost'
    : undefined;
}
