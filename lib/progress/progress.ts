import type { Curriculum } from '@/lib/curriculum/curriculum';
import type { Item, Lesson } from '@/lib/curriculum/lesson';
import { mastered, type Recent } from '@/lib/progress/mastery';
import { type Localized, locales } from '@/lib/words/locale';

/** A learner's standing on one item. */
export type ItemState = { item: string; tries: number; best: number; last: number; lastAt: Date };

/** Where a learner was in a lesson, and when they pressed Done. */
export type Place = { lesson: string; heading: string; at: Date; doneAt: Date | null };

/** What is remembered of a lesson's answers, and how many of them it has seen. Can be thrown away and rebuilt. */
export type Fold = { lesson: string; seen: number; recent: Recent };

export type LessonProgress = {
  /** Checks that were right once, of all checks of the lesson. */
  done: number;
  of: number;
  read: boolean;
  complete: boolean;
  /** By the item's id inside its lesson: the best share of the points so far, 0 to 1, and when it was last answered (seconds since 1970). */
  items: Record<string, { best: number; at: number }>;
  /** Objectives of which three of the last four answers were right. */
  mastered: string[];
};

/** A lesson to go on with, and the heading that was reached. */
export type Continue = { lesson: string; heading: string; title: Localized; headingText: Localized; at: string };

/** GET /api/progress: only the lessons that were touched, so that it stays small. */
export type ProgressSummary = {
  learner: { id: string; name: string | null; guest: boolean };
  lessons: Record<string, LessonProgress>;
  continue: Continue | null;
};

/** Lessons whose fold has not seen every answer: the item rows count them. */
export function staleLessons(
  lessons: readonly Lesson[],
  states: readonly ItemState[],
  folds: readonly Fold[],
): Lesson[] {
  const tries = new Map(states.map((state) => [state.item, state.tries]));
  const seen = new Map(folds.map((fold) => [fold.lesson, fold.seen]));
  return lessons.filter((lesson) => answersIn(lesson, tries) !== (seen.get(lesson.id) ?? 0));
}

/** How many answers a learner gave in a lesson. */
export function answersIn(lesson: Lesson, tries: ReadonlyMap<string, number>): number {
  return lesson.items.reduce((sum, { id }) => sum + (tries.get(id) ?? 0), 0);
}

/** What an item gives evidence for. */
export function objectiveOf(item: Item): string | undefined {
  return item.kind === 'question' ? item.question.objective : item.task.objective;
}

/** The practice questions and tasks that are placed in a lesson: its checks. Each counts once it was right. */
export function checksOf(lesson: Lesson): string[] {
  const placed = new Set(locales.flatMap((locale) => lesson.texts[locale]?.places ?? []).map(({ id }) => id));
  return lesson.items
    .filter((item) => placed.has(item.local) && (item.kind === 'task' || item.question.use === 'practice'))
    .map((item) => item.id);
}

/** A lesson is read when Done was pressed or its checks are met; complete when it is read and its checks are met. */
export function lessonProgress(
  lesson: Lesson,
  states: ReadonlyMap<string, ItemState>,
  place: Place | undefined,
  recent: Recent,
): LessonProgress {
  const checks = checksOf(lesson);
  const done = checks.filter((item) => (states.get(item)?.best ?? 0) >= 1).length;
  const areMet = done === checks.length;
  const read = Boolean(place?.doneAt) || (areMet && checks.length > 0);
  const items: LessonProgress['items'] = {};
  for (const { id, local } of lesson.items) {
    const state = states.get(id);
    if (state) items[local] = { best: state.best, at: Math.floor(state.lastAt.getTime() / 1000) };
  }
  return { done, of: checks.length, read, complete: read && areMet, items, mastered: mastered(recent) };
}

/** What a learner did, lesson by lesson, and where to go on. Pure. */
export function summarise(
  curriculum: Curriculum,
  learner: ProgressSummary['learner'],
  states: readonly ItemState[],
  places: readonly Place[],
  folds: readonly Fold[],
): ProgressSummary {
  const stateOf = new Map(states.map((state) => [state.item, state]));
  const placeOf = new Map(places.map((place) => [place.lesson, place]));
  const recentOf = new Map(folds.map(({ lesson, recent }) => [lesson, recent]));
  const lessons: Record<string, LessonProgress> = {};
  for (const lesson of curriculum.paths.flatMap((path) => path.lessons)) {
    const place = placeOf.get(lesson.id);
    if (place || lesson.items.some(({ id }) => stateOf.has(id)))
      lessons[lesson.id] = lessonProgress(lesson, stateOf, place, recentOf.get(lesson.id) ?? {});
  }
  return { learner, lessons, continue: whereToGoOn(curriculum, lessons, places) };
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
