import { env } from '@/lib/env';

/** Where this site is, for links that leave it (mail, the command line). Never from a request's Host, which anyone can write. */
export function siteOrigin(): string {
  const { PUBLIC_URL, PORT } = env();
  return PUBLIC_URL ?? `http://localhost:${PORT}`;
}
