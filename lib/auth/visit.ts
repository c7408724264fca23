/** The request that an identity function acts for. */
export type Visit = {
  readonly cookieHeader: string | undefined;
  readonly userAgent: string;
  /** The client's address as the front door saw it. */
  readonly address: string;
};
