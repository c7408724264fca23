import { headers } from 'next/headers';
import { env } from '@/lib/env';

const loopback = /^(127\.\d+\.\d+\.\d+|localhost|::1|\[::1\])$/;

/** Whether an author's machine serves nobody but itself, and this request was made to it by such a name. */
export function isOwnMachine(listensOn: string, askedFor: string): boolean {
  return loopback.test(listensOn) && loopback.test(askedFor.replace(/:\d+$/, ''));
}

/**
 * True while somebody writes at their own machine: `npm run dev`, reached from this machine alone, by its own name. They have the files
 * themselves, so nothing is secret from them. With `--lan`, through a tunnel or a proxy, or by a name that somebody else made point here,
 * it takes the author's role, as on any site.
 */
export async function isWorkshop(): Promise<boolean> {
  if (process.env.NODE_ENV !== 'development') return false;
  const asked = await headers();
  return isOwnMachine(env().HOST, asked.get('x-forwarded-host') ?? asked.get('host') ?? '');
}
