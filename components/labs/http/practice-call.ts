import { becomeGuest } from '@/components/progress/become-guest';
import { type HttpAction, httpActionSchema } from '@/lib/labs/http/action';

/** A practice of one's own, as the server gives it; times are ISO 8601. */
export type Practice = { readonly path: string; readonly expiresAt: string };
export type PracticeLog = { readonly practice: Practice | null; readonly requests: readonly LoggedRequest[] };
/** Milliseconds since the practice was opened, and the bytes, one a character. */
export type LoggedRequest = { readonly at: number; readonly text: string };

export type Asked<Value> = { readonly kind: 'told'; readonly value: Value } | { readonly kind: 'failed' | 'nobody' };

const ADDRESS = '/api/labs/http';

/** The practice for a task ('' on the lab's own page), which makes this browser a guest if it is nobody yet. */
export async function openPractice(item: string, anew: boolean): Promise<Asked<Practice>> {
  const ask = () =>
    fetch(ADDRESS, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ item, anew }),
    });
  return told(async () => {
    const first = await ask();
    if (first.status !== 401) return first;
    await becomeGuest();
    return ask();
  }, practiceIn);
}

export function readPracticeLog(item: string): Promise<Asked<PracticeLog>> {
  return told(() => fetch(`${ADDRESS}?item=${encodeURIComponent(item)}`, { cache: 'no-store' }), logIn);
}

async function told<Value>(ask: () => Promise<Response>, read: (body: unknown) => Value | null): Promise<Asked<Value>> {
  try {
    const response = await ask();
    if (response.status === 401) return { kind: 'nobody' };
    const value = response.ok ? read(await response.json()) : null;
    return value === null ? { kind: 'failed' } : { kind: 'told', value };
  } catch {
    return { kind: 'failed' };
  }
}

function practiceIn(body: unknown): Practice | null {
  if (body === null || typeof body !== 'object' || !('path' in body) || !('expiresAt' in body)) return null;
  return { path: String(body.path), expiresAt: String(body.expiresAt) };
}

function logIn(body: unknown): PracticeLog | null {
  if (body === null || typeof body !== 'object' || !('practice' in body) || !('requests' in body)) return null;
  const requests = Array.isArray(body.requests) ? body.requests.flatMap((one: unknown) => requestIn(one) ?? []) : [];
  return { practice: practiceIn(body.practice), requests };
}

function requestIn(one: unknown): LoggedRequest | null {
  if (one === null || typeof one !== 'object' || !('at' in one) || !('request' in one)) return null;
  return { at: Number(one.at), text: atob(String(one.request)) };
}

/** What came to the practice server, as actions of the lab. What the lab does not take (a request that is too long) stays out. */
export function actionsOf(requests: readonly LoggedRequest[]): HttpAction[] {
  return requests.flatMap(({ at, text }, number) => {
    const ms = at - (requests[number - 1]?.at ?? 0);
    const all = [...(ms > 0 ? [{ kind: 'wait', ms }] : []), { kind: 'send', text }];
    return all.flatMap((action) => {
      const parsed = httpActionSchema.safeParse(action);
      return parsed.success ? [parsed.data] : [];
    });
  });
}
