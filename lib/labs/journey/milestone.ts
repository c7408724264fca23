import type { JourneyRequest } from './journey-request';
import type { Failure, Visit } from './visit';
import type { Connection } from './world';

/** What one would tell of a journey, in the order of time. Requests and connections by their numbers. */
export type Milestone = { readonly at: number } & (
  | { readonly kind: 'address-read'; readonly url: string; readonly remarks: number }
  | { readonly kind: 'upgraded'; readonly request: number; readonly host: string }
  | { readonly kind: 'from-cache'; readonly request: number }
  | { readonly kind: 'name-known'; readonly host: string; readonly address: string }
  | {
      readonly kind: 'name-found';
      readonly host: string;
      readonly address: string;
      readonly messages: number;
      readonly took: number;
    }
  | { readonly kind: 'connected'; readonly connection: number; readonly host: string; readonly took: number }
  | {
      readonly kind: 'secured';
      readonly connection: number;
      readonly version: string;
      readonly resumed: boolean;
      readonly took: number;
    }
  | { readonly kind: 'redirected'; readonly request: number; readonly status: number; readonly to: string }
  | { readonly kind: 'unchanged'; readonly request: number }
  | {
      readonly kind: 'answered';
      readonly request: number;
      readonly status: number;
      readonly bytes: number;
      readonly took: number;
    }
  | { readonly kind: 'failed'; readonly request: number | null; readonly failure: Failure }
  | { readonly kind: 'first-paint' | 'content-loaded' | 'load'; readonly took: number }
);

export function milestonesOf(visit: Visit, connections: readonly Connection[]): readonly Milestone[] {
  const { parsed, startedAt, marks } = visit;
  const all: Milestone[] = [];
  const first = visit.requests[0];
  if (parsed.kind === 'failure')
    all.push({ kind: 'failed', at: startedAt, request: null, failure: { kind: 'bad-address', why: parsed.why } });
  else if (first) all.push({ kind: 'address-read', at: startedAt, url: first.url, remarks: parsed.remarks.length });
  for (const { host, address, askedAt, answeredAt, from, messages } of visit.names) {
    if (address === null) continue;
    if (from === 'cache') all.push({ kind: 'name-known', at: answeredAt, host, address });
    else
      all.push({
        kind: 'name-found',
        at: answeredAt,
        host,
        address,
        messages: messages.length,
        took: answeredAt - askedAt,
      });
  }
  for (const { id, host, startedAt: began, openedAt, securedAt, resumed, tls } of connections) {
    if (began < startedAt || !visit.connections.includes(id) || openedAt === null) continue;
    all.push({ kind: 'connected', at: openedAt, connection: id, host, took: openedAt - began });
    const version = tls?.client.version;
    if (securedAt !== null && version) {
      all.push({ kind: 'secured', at: securedAt, connection: id, version, resumed, took: securedAt - openedAt });
    }
  }
  for (const request of visit.requests) all.push(...toldOfRequest(request));
  for (const [kind, at] of [
    ['first-paint', marks.firstPaint],
    ['content-loaded', marks.contentLoaded],
    ['load', marks.load],
  ] as const) {
    if (at !== null) all.push({ kind, at, took: at - startedAt });
  }
  // A sort keeps the order of what happens at once.
  return all.sort((a, b) => a.at - b.at);
}

function toldOfRequest(request: JourneyRequest): Milestone[] {
  const { id, endedAt: at, failure, redirect, status, cache, bytes, startedAt, host } = request;
  if (at === null) return [];
  if (failure) return [{ kind: 'failed', at, request: id, failure }];
  if (redirect !== null && request.connection === null) return [{ kind: 'upgraded', at, request: id, host }];
  if (redirect !== null) return [{ kind: 'redirected', at, request: id, status: status ?? 0, to: redirect }];
  if (cache === 'fresh') return [{ kind: 'from-cache', at, request: id }];
  if (cache === 'revalidated') return [{ kind: 'unchanged', at, request: id }];
  return [{ kind: 'answered', at, request: id, status: status ?? 0, bytes, took: at - startedAt }];
}
