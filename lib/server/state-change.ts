import type { IncomingHttpHeaders } from 'node:http';

export type Refusal = { readonly status: 403 | 415; readonly code: 'origin' | 'content-type' };

/** Other sites send these, and prove themselves by a signature: a learning platform's launch (lib/lti). */
const FROM_ELSEWHERE = new Set(['/api/lti/login', '/api/lti/launch']);
/** Calls that are sent by plain forms. */
const PLAIN = ['/api/auth/', '/api/forms/', '/api/lti/'];

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
  if (FROM_ELSEWHERE.has(path)) return null;
  if (headers.origin !== siteOrigin) return { status: 403, code: 'origin' };
  const wantsJson = path.startsWith('/api/') && !PLAIN.some((at) => path.startsWith(at));
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (wantsJson && type !== 'application/json') return { status: 415, code: 'content-type' };
  return null;
}
