import type { JourneyRequest } from '@/lib/labs/journey/journey-request';
import { milestonesOf } from '@/lib/labs/journey/milestone';
import type { JourneyState } from '@/lib/labs/journey/state';
import type { Visit } from '@/lib/labs/journey/visit';

/** How a request is called: `shop.example/main.css`. */
export function nameOfRequest(request: Pick<JourneyRequest, 'url'>): string {
  return request.url.replace(/^https:\/\//, '').replace(/\/$/, '') || request.url;
}

export function requestName(state: JourneyState, id: number): string {
  const request = state.visits.flatMap(({ requests }) => requests).find((one) => one.id === id);
  return request ? nameOfRequest(request) : String(id);
}

/** Up to when the last journey has been told; its end when all of it has. */
export function shownAt({ visits, shownUntil, world }: JourneyState): number {
  const last = visits.at(-1);
  if (!last) return 0;
  if (shownUntil === null) return last.endedAt;
  return milestonesOf(last, world.connections)[shownUntil - 1]?.at ?? last.startedAt;
}

/** A request as far as it has been told. */
export type ShownRequest = JourneyRequest & { readonly isOver: boolean };

export function shownRequests(visit: Visit, until: number): ShownRequest[] {
  return visit.requests
    .filter(({ startedAt }) => startedAt <= until)
    .map((request) => ({
      ...request,
      isOver: request.endedAt !== null && request.endedAt <= until,
      phases: request.phases
        .filter(({ from }) => from <= until)
        .map((phase) => ({ ...phase, to: Math.min(phase.to, until) })),
    }));
}

/** What is pointed at: a request as a whole, or one of the objects with bytes that belong to it. */
export const objectsOfRequest = 1_000;
export const requestObject = (id: number, part = 0) => id * objectsOfRequest + part;
