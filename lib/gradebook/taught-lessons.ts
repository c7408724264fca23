import { createHash } from 'node:crypto';
import type { Curriculum } from '@/lib/curriculum/curriculum';
import type { Item, Lesson } from '@/lib/curriculum/lesson';
import { type MovedIds, movedIds } from '@/lib/curriculum/moved-ids';
import type { ScoredLesson } from '@/lib/gradebook/lesson-score';
import { checksOf } from '@/lib/progress/progress';
import type { Kind } from '@/lib/quiz/public-kinds';

/** A lesson as scores are made of it. */
export type TaughtLesson = ScoredLesson & {
  /** `{path}/{lesson}` */
  readonly id: string;
  readonly path: string;
  /** Every id that answers to its items may be stored under → the item's id inside the lesson today. */
  readonly stored: ReadonlyMap<string, string>;
  /** Of those, the ones whose answers choose among options. */
  readonly chosenFrom: readonly string[];
  /** Changes when the same answers come to another score. */
  readonly fingerprint: string;
};

/** What scores know of the content: pure, made once for each curriculum. */
export type TaughtLessons = {
  readonly lessons: ReadonlyMap<string, TaughtLesson>;
  /** The lesson that answers stored under this id count in; undefined: it is taught no more. */
  lessonOf(storedItem: string): TaughtLesson | undefined;
};

const chosenKinds: readonly Kind[] = ['single-choice', 'multiple-choice', 'pointing', 'matching', 'categorising'];
const kept = new WeakMap<Curriculum, TaughtLessons>();

export function taughtLessons(curriculum: Curriculum): TaughtLessons {
  const known = kept.get(curriculum);
  if (known) return known;
  const ids = movedIds(curriculum);
  const lessons = new Map<string, TaughtLesson>();
  const byItem = new Map<string, TaughtLesson>();
  for (const lesson of curriculum.paths.flatMap((path) => path.lessons)) {
    const taught = taughtLesson(lesson, ids);
    lessons.set(lesson.id, taught);
    for (const stored of taught.stored.keys()) byItem.set(stored, taught);
  }
  const made: TaughtLessons = { lessons, lessonOf: (item) => byItem.get(item) };
  kept.set(curriculum, made);
  return made;
}

function taughtLesson(lesson: Lesson, ids: MovedIds): TaughtLesson {
  const stored = new Map(
    lesson.items.flatMap(({ id, local }) => ids.storedIds(id).map((old) => [old, local] as const)),
  );
  const choosing = lesson.items.filter((item) => item.kind === 'question' && chosenKinds.includes(item.question.kind));
  const objectives = new Map(lesson.items.flatMap((item) => withObjective(item)));
  const checks = checksOf(lesson).map((id) => id.slice(lesson.id.length + 1));
  const shape = JSON.stringify([[...stored], [...objectives], checks]);
  return {
    id: lesson.id,
    path: lesson.path,
    stored,
    chosenFrom: choosing.flatMap(({ id }) => ids.storedIds(id)),
    objectives,
    checks: new Set(checks),
    fingerprint: createHash('sha256').update(shape).digest('hex').slice(0, 16),
  };
}

function withObjective(item: Item): [string, string][] {
  const objective = item.kind === 'question' ? item.question.objective : item.task.objective;
  return objective === undefined ? [] : [[item.local, objective]];
}

/** The lessons that a class follows: those of its paths, or all. */
export function followedLessons({ lessons }: TaughtLessons, paths: readonly string[]): TaughtLesson[] {
  return [...lessons.values()].filter(({ path }) => paths.length === 0 || paths.includes(path));
}

/** How many checks a class's lessons have. */
export function checksFollowed(taught: TaughtLessons, paths: readonly string[]): number {
  return followedLessons(taught, paths).reduce((sum, { checks }) => sum + checks.size, 0);
}
