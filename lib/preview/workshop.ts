import { env } from '@/lib/env';

const loopback = /^(127\.\d+\.\d+\.\d+|localhost|::1|\[::1\])$/;

/**
 * True while somebody writes at their own machine: `npm run dev`, reached from this machine alone. They have the files themselves, so
 * nothing is secret from them. With `--lan` others reach it too: then it takes the author's role, as on any site.
 */
export function isWorkshop(): boolean {
  return process.env.NODE_ENV === 'development' && loopback.test(env().HOST);
}
