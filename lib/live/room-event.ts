import type { RoomFact } from '@/lib/live/room';

/** A raised hand is between a learner and the staff. */
export type PersonalFact = { readonly kind: 'hand-raised' | 'hand-lowered' };

/** One thing that happened in a room. `seq` counts up by one from each to the next, so that a missing one is noticed. */
export type RoomEvent = {
  readonly seq: number;
  readonly fact: RoomFact | PersonalFact;
  /** Whose it is: nobody's, then everybody hears of it; else they and the staff. */
  readonly learnerId: string | null;
};

/** What goes on to a screen. Of a personal one it says no whose: staff read the queue of hands, and the learner knows. */
export type ToldEvent = { readonly seq: number } & (RoomFact | PersonalFact);

export type Audience = { readonly side: 'staff' } | { readonly side: 'learner'; readonly learnerId: string };

/** What this audience is told of an event; null: nothing. */
export function toldTo(audience: Audience, { seq, fact, learnerId }: RoomEvent): ToldEvent | null {
  const mayHear = learnerId === null || audience.side === 'staff' || audience.learnerId === learnerId;
  return mayHear ? { seq, ...fact } : null;
}
