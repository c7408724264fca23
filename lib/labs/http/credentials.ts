import { fromBase64, toBase64 } from './base64';

/** What an Authorization field says (RFC 9110 §11.6.2). */
export type Credentials =
  | { readonly scheme: 'basic'; readonly user: string; readonly password: string }
  | { readonly scheme: 'bearer'; readonly token: string }
  | { readonly scheme: 'other'; readonly name: string };

/** null: not even a scheme, or one of the two with nothing readable behind it. */
export function parseCredentials(value: string): Credentials | null {
  const [, name = '', rest = ''] = /^([!#$%&'*+\-.^_`|~0-9A-Za-z]+)(?: +(.*))?$/.exec(value.trim()) ?? [];
  if (name === '') return null;
  const scheme = name.toLowerCase();
  if (scheme === 'bearer') return /^[A-Za-z0-9\-._~+/]+=*$/.test(rest) ? { scheme, token: rest } : null;
  if (scheme !== 'basic') return { scheme: 'other', name };
  const pair = fromBase64(rest.trim());
  const text = pair && new TextDecoder().decode(pair);
  const colon = text?.indexOf(':') ?? -1;
  if (!text || colon === -1) return null;
  return { scheme, user: text.slice(0, colon), password: text.slice(colon + 1) };
}

/** The value of Authorization for Basic (RFC 7617 §2, in UTF-8): base64 hides nothing, whoever reads it has the password. */
export function basicValue(user: string, password: string): string {
  return `Basic ${toBase64(new TextEncoder().encode(`${user}:${password}`))}`;
}
