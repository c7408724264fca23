import type { Classroom } from '@/lib/classes/classroom';

/** What a code opens now. An ended one is told like one that never was. */
export type Joinable = 'open' | 'full' | 'ended';

export function standingOfJoin(
  { archivedAt, join }: Pick<Classroom, 'archivedAt' | 'join'>,
  learners: number,
  now: Date,
): Joinable {
  if (archivedAt || join.code === null || (join.expiresAt && now >= join.expiresAt)) return 'ended';
  return join.cap !== null && learners >= join.cap ? 'full' : 'open';
}
