import type { PoolClient } from 'pg';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { transaction } from '@/lib/db/transaction';
import { answersOf, type LearnersAnswer } from '@/lib/gradebook/answers-store';
import { type ClassSums, noSums, sumScore, sumStanding } from '@/lib/gradebook/class-sums';
import { addSums } from '@/lib/gradebook/class-sums-store';
import { keepFences } from '@/lib/gradebook/fence-store';
import {
  answeredSince,
  type FoldState,
  foldState,
  saveFoldState,
  takeDebts,
  takeFold,
  takeTouches,
  touchEveryone,
  touchLesson,
} from '@/lib/gradebook/fold-store';
import { grouped } from '@/lib/gradebook/grouped';
import { unpackScore } from '@/lib/gradebook/packed-score';
import { renewMember } from '@/lib/gradebook/renew-member';
import { keptScores, removeScores, saveScores } from '@/lib/gradebook/score-store';
import { type Member, memberKey } from '@/lib/gradebook/standing';
import { countedIn, daysOf, membersOf, removeStandings, saveStandings } from '@/lib/gradebook/standing-store';
import { type TaughtLessons, taughtLessons } from '@/lib/gradebook/taught-lessons';
import { type Work, workOf } from '@/lib/gradebook/work';

export type Folded =
  /** Another process is at it. */
  | { readonly kind: 'elsewhere' }
  /** `members`: how many learners in how many classes were looked at; `isAll`: nothing waits. */
  | { readonly kind: 'folded'; readonly members: number; readonly isAll: boolean };

/** How many answers, and how many learners without answers, one transaction takes: it is over in a fraction of a second. */
export type FoldSize = { readonly answers: number; readonly touches: number };
const usual: FoldSize = { answers: 1_000, touches: 100 };

/** Brings scores, standings and rollups up to what was stored since the last fold; some of it at a time, all or nothing of that. */
export async function fold(size: FoldSize = usual, content?: TaughtLessons): Promise<Folded> {
  const taught = content ?? taughtLessons(await curriculum());
  return transaction(async (client) => {
    if (!(await takeFold(client))) return { kind: 'elsewhere' };
    const state = await foldState(client);
    const fingerprints = Object.fromEntries([...taught.lessons].map(([id, { fingerprint }]) => [id, fingerprint]));
    if (state.standing === 'kept') await touchChanged(client, state, fingerprints, taught);
    else await touchEveryone(client, state.standing === 'void');
    const sums = new Map<string, ClassSums>();
    const debts = await payDebts(client, sums, size.touches);
    const touches = await takeTouches(client, size.touches);
    const isFull = touches.length >= size.touches || debts >= size.touches;
    const window = isFull
      ? { until: state.watermark, answered: [], isAll: false }
      : await answeredSince(client, state, size.answers);
    const learners = new Set([...window.answered, ...touches].map(({ learnerId }) => learnerId));
    const counted = await countedIn(client, [...learners]);
    const works = workOf(touches, window.answered, counted, taught);
    await renew(client, works, taught, sums);
    for (const [classId, changed] of sums) await addSums(client, classId, changed);
    await keepFences(client);
    await saveFoldState(client, window.until, fingerprints);
    return { kind: 'folded', members: works.length, isAll: window.isAll };
  });
}

/** A lesson whose questions, checks or names are others now is scored again for everybody who did anything in it. */
async function touchChanged(
  client: PoolClient,
  { content }: FoldState,
  fingerprints: Readonly<Record<string, string>>,
  taught: TaughtLessons,
): Promise<void> {
  for (const lesson of new Set([...Object.keys(content), ...Object.keys(fingerprints)]))
    if (content[lesson] !== fingerprints[lesson]) await touchLesson(client, lesson, taught.lessons.get(lesson));
}

async function payDebts(client: PoolClient, sums: Map<string, ClassSums>, most: number): Promise<number> {
  const debts = await takeDebts(client, most);
  for (const { classId, lesson, score } of debts)
    if (lesson === null) sumStanding(sumsOf(sums, classId), score, -1);
    else sumScore(sumsOf(sums, classId), lesson, unpackScore(score), -1);
  return debts.length;
}

function sumsOf(sums: Map<string, ClassSums>, classId: string): ClassSums {
  const known = sums.get(classId) ?? noSums();
  sums.set(classId, known);
  return known;
}

/** Looks at each member again: reads for all of them at once, scores, and saves for all of them at once. */
async function renew(
  client: PoolClient,
  works: readonly Work[],
  taught: TaughtLessons,
  sums: Map<string, ClassSums>,
): Promise<void> {
  const members = new Map((await membersOf(client, works)).map((member) => [memberKey(member), member]));
  const looks = works.flatMap((work) => withMember(work, members.get(memberKey(work))));
  const answers = await answersFor(client, looks, taught);
  const kept = grouped(await keptScores(client, looks.map(wantedOf)), memberKey);
  const days = await daysOf(
    client,
    looks.flatMap(({ member, since, ...pair }) => (since === undefined || !member.belongs ? [] : [{ ...pair, since }])),
  );
  const renewed = looks.map((look) => {
    const key = memberKey(look);
    const found = { answers: answers.get(look.learnerId) ?? [], kept: kept.get(key) ?? [], counted: days.get(key) };
    return { look, ...renewMember({ ...look, ...found }, taught, sumsOf(sums, look.classId)) };
  });
  await saveScores(
    client,
    renewed.flatMap(({ saved }) => saved),
  );
  await removeScores(
    client,
    renewed.flatMap(({ removed }) => removed),
  );
  await saveStandings(
    client,
    renewed.flatMap(({ look: { learnerId, classId }, standing }) =>
      standing ? [{ learnerId, classId, standing }] : [],
    ),
  );
  await removeStandings(
    client,
    renewed.flatMap(({ look, standing }) => (standing ? [] : [look])),
  );
}

/** As `keptScores` is asked. */
function wantedOf({ learnerId, classId, lessons }: LookedAt) {
  return { learnerId, classId, lessons: lessons === 'all' ? lessons : [...lessons] };
}

type LookedAt = Work & { readonly member: Member };

/** Who comes or goes is looked at wholly; who neither is nor was counted, not at all. */
function withMember(work: Work, member: Member | undefined): LookedAt[] {
  if (!member || (!member.belongs && !member.counted)) return [];
  const isSame = member.belongs && member.counted !== null;
  return [{ ...work, member, ...(isSame ? {} : { lessons: 'all' as const, since: null }) }];
}

/** By learner, in order: all they answered, or what they answered in the lessons that are looked at. */
async function answersFor(
  client: PoolClient,
  looks: readonly LookedAt[],
  taught: TaughtLessons,
): Promise<Map<string, LearnersAnswer[]>> {
  const present = looks.filter(({ member }) => member.belongs);
  const wholly = new Set(present.flatMap(({ learnerId, lessons }) => (lessons === 'all' ? [learnerId] : [])));
  const inLesson = new Map<string, Set<string>>();
  for (const { learnerId, lessons } of present)
    for (const lesson of lessons === 'all' || wholly.has(learnerId) ? [] : lessons)
      inLesson.set(lesson, (inLesson.get(lesson) ?? new Set()).add(learnerId));
  const found = wholly.size > 0 ? [await answersOf(client, taught, [...wholly])] : [];
  for (const [id, learners] of inLesson) {
    const lesson = taught.lessons.get(id);
    if (lesson) found.push(await answersOf(client, taught, [...learners], lesson));
  }
  return grouped(found.flat(), ({ learnerId }) => learnerId);
}
