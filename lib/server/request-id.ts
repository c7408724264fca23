import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const process = randomBytes(4).toString('hex');
let count = 0;

/** The caller's own id when it is harmless, else one of ours: this process, then a counter. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  if (typeof given === 'string' && /^[\w.-]{8,64}$/.test(given)) return given;
  count += 1;
  return `${process}-${count.toString(36)}`;
}
