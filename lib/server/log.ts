import { pino } from 'pino';
import type { Env } from '@/lib/env';

export type Log = {
  info(data: object, message?: string): void;
  warn(data: object, message?: string): void;
  error(data: object, message?: string): void;
  fatal(data: object, message?: string): void;
};

/** JSON lines on stdout. No names, no addresses of people, no query strings, no bodies. */
export function openLog(level: Env['LOG_LEVEL']): Log {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
}

/** A path for the log: what looks like a token or an id (`/en/reset/9f8e…`) is not written down. */
export function loggable(path: string): string {
  return path
    .split('/')
    .map((part) => (part.length >= 16 && /\d/.test(part) ? '…' : part.slice(0, 64)))
    .join('/')
    .slice(0, 200);
}
