import type { Memory } from './action';
import type { Cause } from './cause';
import type { Milestone } from './milestone';
import type { Network } from './setup';

/** Why a step did nothing. */
export type NoDeed = 'nothing-under-way' | 'no-journey' | 'not-over' | 'too-many-journeys';

/** The one sentence under the lab. */
export type Why =
  | { readonly code: 'no-deed'; readonly reason: NoDeed }
  | { readonly code: 'set-out'; readonly typed: string; readonly journey: number }
  | { readonly code: 'happened'; readonly milestone: Milestone }
  | { readonly code: 'waited'; readonly ms: number; readonly closed: number }
  | { readonly code: 'forgot'; readonly what: Memory }
  | { readonly code: 'turned'; readonly network: Network }
  | { readonly code: 'diagnosed'; readonly cause: Cause; readonly right: boolean };

/** What happened, in the order in which it happened. `at` is virtual milliseconds since the lab began. */
export type JourneyEvent =
  | { readonly kind: 'milestone'; readonly at: number; readonly milestone: Milestone }
  /** Closes each step and explains it. */
  | { readonly kind: 'why'; readonly at: number; readonly why: Why };

/** The reason to show for a step. */
export function whyOf(events: readonly JourneyEvent[]): Why | null {
  const last = events.findLast((event) => event.kind === 'why');
  return last?.kind === 'why' ? last.why : null;
}
