import type { Blocking, Destination } from './scan-html';
import { tenths } from './tenths';
import type { Failure } from './visit';

/** What a request spends its time with, in the order in which it can come. */
export const phaseKinds = ['hsts', 'cache', 'queue', 'dns', 'tcp', 'tls', 'send', 'wait', 'receive'] as const;
export type PhaseKind = (typeof phaseKinds)[number];

/** A bar of the waterfall. Virtual milliseconds. */
export type Phase = { readonly kind: PhaseKind; readonly from: number; to: number };

/** How a request ended without a server, or with its word that nothing has changed. */
export type CacheUse = 'none' | 'fresh' | 'revalidated';

export type JourneyRequest = {
  /** Counted from 1 over all journeys. */
  readonly id: number;
  readonly url: string;
  readonly host: string;
  readonly destination: Destination;
  readonly blocking: Blocking;
  /** The request whose answer led to it. */
  readonly cause: { readonly request: number; readonly by: 'redirect' | 'hsts' | 'page' } | null;
  startedAt: number;
  phases: Phase[];
  endedAt: number | null;
  connection: number | null;
  /** Whether the connection was opened for it. */
  reused: boolean;
  status: number | null;
  cache: CacheUse;
  conditional: boolean;
  /** Of the answer's content. */
  bytes: number;
  redirect: string | null;
  failure: Failure | null;
};

/** Begins a phase where the last one ends. */
export function enterPhase(request: JourneyRequest, kind: PhaseKind, at: number): void {
  const last = request.phases.at(-1);
  if (last) last.to = at;
  if (last?.kind === kind) return;
  request.phases.push({ kind, from: at, to: at });
}

export function endRequest(request: JourneyRequest, at: number): void {
  const last = request.phases.at(-1);
  if (last) last.to = at;
  request.endedAt = at;
}

/** What is told of a request is told in tenths of a millisecond. */
export function roundTimes(request: JourneyRequest): void {
  request.startedAt = tenths(request.startedAt);
  request.endedAt = request.endedAt === null ? null : tenths(request.endedAt);
  request.phases = request.phases.map(({ kind, from, to }) => ({ kind, from: tenths(from), to: tenths(to) }));
}
