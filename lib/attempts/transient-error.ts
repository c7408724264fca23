/**
 * Errors after which the same rows may be sent again: serialisation and deadlock (40xxx), the connection (08xxx, and Node's own
 * words for it), shutdown and restart (57Pxx), too many connections (53300), a lock or statement that took too long (55P03, 57014).
 * Sending again is safe even when the first COMMIT did happen: the rows are then repeats.
 */
const transientStates = /^(40|08)...$|^57P..$|^53300$|^55P03$|^57014$/;
const transientCodes = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ENOENT', 'ETIMEDOUT', 'ECONNABORTED']);
const transientMessages =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|not queryable|cannot use a pool after/i;

export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return transientStates.test(code) || transientCodes.has(code) || transientMessages.test(error.message);
}
