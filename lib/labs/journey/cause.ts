/** Why there is no page. */
export const failureCauses = [
  'bad-address',
  'name-missing',
  'name-servers',
  'refused',
  'silent',
  'certificate',
  'tls',
  'redirect-loop',
] as const;

/** What makes one wait longest. */
export const slowCauses = [
  'names',
  'distance',
  'loss',
  'server',
  'bandwidth',
  'redirects',
  'handshakes',
  'script',
] as const;

export const causes = [...failureCauses, ...slowCauses] as const;
export type FailureCause = (typeof failureCauses)[number];
export type SlowCause = (typeof slowCauses)[number];
export type Cause = (typeof causes)[number];
