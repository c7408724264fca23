/** Where we are for platforms. */
export type ToolAddresses = {
  readonly origin: string;
  readonly login: string;
  readonly launch: string;
  readonly keys: string;
  readonly register: string;
};

export function toolAddresses(origin: string): ToolAddresses {
  const at = (what: string) => `${origin}/api/lti/${what}`;
  return { origin, login: at('login'), launch: at('launch'), keys: at('jwks.json'), register: at('register') };
}

/** Whether an address that a link leads to is one of this site. */
export function isOurs(address: string, { origin }: ToolAddresses): boolean {
  return URL.canParse(address) && new URL(address).origin === origin;
}
