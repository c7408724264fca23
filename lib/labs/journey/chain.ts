import type { JourneyRequest, Phase } from './journey-request';
import type { Visit } from './visit';

/** A request on the longest chain, with what of its phases lies on it. */
export type ChainLink = { readonly request: JourneyRequest; readonly phases: readonly Phase[] };

/**
 * The chain of requests that decided when the journey was over, from Enter on: what came last, what it was waiting for before it could
 * be asked for, and so on. No two links overlap.
 */
export function chainOf(visit: Visit): readonly ChainLink[] {
  const links: ChainLink[] = [];
  let request = last(visit);
  let until = visit.endedAt;
  while (request) {
    const { phases, startedAt, cause } = request;
    links.unshift({ request, phases: clipped(phases, startedAt, until) });
    until = startedAt;
    const { request: before } = cause ?? {};
    request = visit.requests.find(({ id }) => id === before) ?? null;
  }
  return links;
}

/** The last answer that the page waited for. */
function last({ requests }: Visit): JourneyRequest | null {
  return requests.reduce<JourneyRequest | null>(
    (best, one) => (best && (best.endedAt ?? 0) >= (one.endedAt ?? 0) ? best : one),
    null,
  );
}

function clipped(phases: readonly Phase[], from: number, to: number): Phase[] {
  return phases.flatMap((phase) => {
    const [begins, ends] = [Math.max(phase.from, from), Math.min(phase.to, to)];
    return ends > begins ? [{ kind: phase.kind, from: begins, to: ends }] : [];
  });
}
