import type { IncomingHttpHeaders } from 'node:http';

export type Refusal = { readonly status: 403 | 415; readonly code: 'origin' | 'content-type' };

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether this method may change something, and so must prove where it comes from. */
export function changesState(method: string): boolean {
  return !READING.has(method);
}

/**
 * A change must come from a page of this site, and calls for programs must be JSON (a foreign form cannot send that).
 * Plain forms, server actions and `/api/auth/*` are not JSON, but the same Origin holds for them.
 */
export function refusalOf(path: string, headers: IncomingHttpHeaders, siteOrigin: string): Refusal | null {
  if (headers.origin !== siteOrigin) return { status: 403, code: 'origin' };
  const wantsJson = path.startsWith('/api/') && !path.startsWith('/api/auth/') && !path.startsWith('/api/forms/');
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (wantsJson && type !== 'application/json') return { status: 415, code: 'content-type' };
  return null;
}
