import type { PoolClient } from 'pg';
import { answersOf } from '@/lib/gradebook/answers-store';
import { type ClassSums, noSums } from '@/lib/gradebook/class-sums';
import { grouped } from '@/lib/gradebook/grouped';
import { renewMember } from '@/lib/gradebook/renew-member';
import type { NewScore } from '@/lib/gradebook/score-store';
import { memberKey, type Standing } from '@/lib/gradebook/standing';
import { daysOf, enrolledIn, membersOf } from '@/lib/gradebook/standing-store';
import type { TaughtLessons } from '@/lib/gradebook/taught-lessons';

export type Recount = {
  readonly sums: ClassSums;
  readonly scores: readonly NewScore[];
  /** By learner. */
  readonly standings: ReadonlyMap<string, Standing>;
};

const learnersAtOnce = 500;

/** Counts a class from its attempts alone, whatever was folded: what folds must come to. Ask in a transaction that sees one moment. */
export async function recountClass(client: PoolClient, classId: string, taught: TaughtLessons): Promise<Recount> {
  const sums = noSums();
  const scores: NewScore[] = [];
  const standings = new Map<string, Standing>();
  const enrolled = await enrolledIn(client, classId);
  for (let at = 0; at < enrolled.length; at += learnersAtOnce) {
    const pairs = enrolled.slice(at, at + learnersAtOnce).map((learnerId) => ({ learnerId, classId }));
    const members = (await membersOf(client, pairs)).filter(({ belongs }) => belongs);
    const answers = grouped(
      await answersOf(
        client,
        taught,
        members.map(({ learnerId }) => learnerId),
      ),
      ({ learnerId }) => learnerId,
    );
    const days = await daysOf(
      client,
      members.map((member) => ({ ...member, since: null })),
    );
    for (const one of members) {
      const member = { ...one, counted: null };
      const found = { answers: answers.get(member.learnerId) ?? [], counted: days.get(memberKey(member)) };
      const { saved, standing } = renewMember(
        { member, lessons: 'all', kept: [], answeredAt: 0, ...found },
        taught,
        sums,
      );
      scores.push(...saved);
      if (standing) standings.set(member.learnerId, standing);
    }
  }
  return { sums, scores, standings };
}
