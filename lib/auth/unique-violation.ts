/** Did PostgreSQL refuse a row because another one has its name? Two sign-ups at the same moment get past any check before. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}
