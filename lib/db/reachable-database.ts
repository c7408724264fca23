/** A database that was made reachable, before anything in it was looked at. */
export interface ReachableDatabase {
  readonly kind: 'embedded' | 'external';
  /** Holds a password: not for logs. */
  readonly url: string;
  /** The server's version as PostgreSQL counts it: 180004 is 18.4. */
  readonly serverVersion: number;
  /** Where it is, for people: a folder or host, no password. */
  readonly where: string;
  /** Lets go of it; the last process on an embedded server stops it. */
  leave(): Promise<void>;
}
