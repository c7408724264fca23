import type { ItemState } from '@/lib/attempts/item-state-store';
import type { Curriculum } from '@/lib/curriculum/curriculum';
import type { Lesson } from '@/lib/curriculum/lesson';
import { type Door, doorPassed } from '@/lib/progress/door';
import { masteryOf } from '@/lib/progress/mastery';
import type { Card } from '@/lib/review/card';
import { type Localized, locales } from '@/lib/words/locale';

/** Where a learner was in a lesson, and when they pressed Done. */
export type Place = { lesson: string; heading: string; at: Date; doneAt: Date | null };

/** The cards of a learner by id, `path/lesson#objective`: what mastery looks at. */
export type Cards = ReadonlyMap<string, Pick<Card, 'recent'>>;

export type LessonProgress = {
  /** Checks that were right once, of all checks of the lesson. */
  done: number;
  of: number;
  read: boolean;
  complete: boolean;
  /** "I know this" was passed at its door. */
  known: boolean;
  /** By the item's id inside its lesson: the best share of the points so far, 0 to 1, and when it was last answered (seconds since 1970). */
  items: Record<string, { best: number; at: number }>;
  /** Objectives of which three of the last four answers were right. */
  mastered: string[];
  /** Objectives of which one of the last four was wrong and that are not mastered: how many were right, of how many. */
  weak: Record<string, readonly [right: number, of: number]>;
};

/** A lesson to go on with, and the heading that was reached. */
export type Continue = { lesson: string; heading: string; title: Localized; headingText: Localized; at: string };

/** GET /api/progress: only the lessons that were touched, so that it stays small. */
export type ProgressSummary = {
  /** `leaves`: a machine that others use too; the session ends with the browser. */
  learner: { id: string; name: string | null; guest: boolean; leaves?: true };
  /** They are staff of a class or may be; they are a learner of one. Left out where it is not so. */
  teaches?: boolean;
  inClass?: boolean;
  lessons: Record<string, LessonProgress>;
  continue: Continue | null;
  /** Cards that are due for review by the end of the learner's day. */
  due: number;
  /** By path: the valid certificate's id, or that one can be asked for. Left out where there is neither. */
  certificates?: Record<string, string>;
};

/** The practice questions and tasks that are placed in a lesson: its checks. Each counts once it was right; a written text has no such moment. */
export function checksOf(lesson: Lesson): string[] {
  const placed = new Set(locales.flatMap((locale) => lesson.texts[locale]?.places ?? []).map(({ id }) => id));
  return lesson.items
    .filter(
      (item) =>
        placed.has(item.local) &&
        (item.kind === 'task' || (item.question.use === 'practice' && item.question.kind !== 'written')),
    )
    .map((item) => item.id);
}

/** What is known of a learner, for summing up. */
export type Known = {
  readonly states: ReadonlyMap<string, ItemState>;
  readonly places: ReadonlyMap<string, Place>;
  readonly cards: Cards;
  readonly doors: readonly Door[];
};

/**
 * A lesson is read when Done was pressed or its checks are met; complete when it is read and its checks are met. Who passed at its door knew
 * it: it is both.
 */
export function lessonProgress(lesson: Lesson, { states, places, cards, doors }: Known): LessonProgress {
  const checks = checksOf(lesson);
  const done = checks.filter((item) => (states.get(item)?.best ?? 0) >= 1).length;
  const areMet = done === checks.length;
  const known = doors.some((door) => door.lesson === lesson.id && doorPassed(door));
  const read = known || Boolean(places.get(lesson.id)?.doneAt) || (areMet && checks.length > 0);
  const items: LessonProgress['items'] = {};
  for (const { id, local } of lesson.items) {
    const state = states.get(id);
    if (state) items[local] = { best: state.best, at: Math.floor(state.lastAt.getTime() / 1000) };
  }
  const complete = known || (read && areMet);
  return { done, of: checks.length, read, complete, known, items, ...objectivesOf(lesson, cards) };
}

function objectivesOf(lesson: Lesson, cards: Cards): Pick<LessonProgress, 'mastered' | 'weak'> {
  const mastered: string[] = [];
  const weak: LessonProgress['weak'] = {};
  for (const { id } of lesson.objectives) {
    const { state, right, of } = masteryOf(cards.get(`${lesson.id}#${id}`));
    if (state === 'mastered') mastered.push(id);
    if (state === 'weak') weak[id] = [right, of];
  }
  return { mastered, weak };
}

/** What a learner did, lesson by lesson, and where to go on. Pure. */
export function summarise(curriculum: Curriculum, known: Known): Pick<ProgressSummary, 'lessons' | 'continue'> {
  const lessons: Record<string, LessonProgress> = {};
  for (const lesson of curriculum.paths.flatMap((path) => path.lessons)) {
    const isTouched =
      known.places.has(lesson.id) ||
      known.doors.some((door) => door.lesson === lesson.id) ||
      lesson.items.some(({ id }) => known.states.has(id));
    if (isTouched) lessons[lesson.id] = lessonProgress(lesson, known);
  }
  return { lessons, continue: whereToGoOn(curriculum, lessons, [...known.places.values()]) };
}

/** The lesson that was open last; when that one is complete, the one after it from its beginning. */
function whereToGoOn(
  curriculum: Curriculum,
  lessons: Readonly<Record<string, LessonProgress>>,
  places: readonly Place[],
): Continue | null {
  const latest = places
    .filter(({ lesson }) => curriculum.lessonById(lesson))
    .reduce<Place | undefined>((last, place) => (!last || place.at > last.at ? place : last), undefined);
  const lesson = latest && curriculum.lessonById(latest.lesson);
  if (!latest || !lesson) return null;
  const at = latest.at.toISOString();
  if (!lessons[lesson.id]?.complete) return goOn(lesson, latest.heading, at);
  const next = curriculum.next(lesson);
  return next && !lessons[next.id]?.complete ? goOn(next, '', at) : null;
}

function goOn(lesson: Lesson, heading: string, at: string): Continue {
  const title: Localized = {};
  const headingText: Localized = {};
  for (const locale of locales) {
    const text = lesson.texts[locale];
    if (!text) continue;
    title[locale] = text.title;
    const reached = text.headings.find(({ id }) => id === heading);
    if (reached) headingText[locale] = reached.text;
  }
  return { lesson: lesson.id, heading, title, headingText, at };
}
