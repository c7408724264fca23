import type { Locale } from '@/lib/words/locale';
import type { Item, Lesson, LessonText, Path } from './lesson';

/** Minutes to read and minutes to do: "read 12 · do 25". */
export type Minutes = { readonly read: number; readonly do: number };

const WORDS_A_MINUTE = 180;
const HAN_A_MINUTE = 350;
const MINUTES_A_QUESTION = 1;

/** How long prose takes: Han characters one by one, everything else by words. At least a minute. */
export function readingMinutes(prose: string): number {
  const han = prose.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = prose.replace(/\p{Script=Han}/gu, ' ').match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
  return Math.max(1, Math.round(han / HAN_A_MINUTE + words / WORDS_A_MINUTE));
}

/** Only what the text places in front of the reader counts: assessed questions take no time here. */
export function lessonMinutes(lesson: Lesson, text: LessonText): Minutes {
  const placed = new Set(text.places.map(({ id }) => id));
  let minutes = 0;
  for (const item of lesson.items) {
    if (!placed.has(item.local)) continue;
    minutes += itemMinutes(item);
  }
  return { read: lesson.minutes ?? text.readingMinutes, do: minutes };
}

/** How long a question or a task takes. */
export function itemMinutes(item: Item): number {
  return item.kind === 'task' ? item.task.minutes : MINUTES_A_QUESTION;
}

/** A lesson's minutes in a language, or in the language there is. */
export function minutesIn(lesson: Lesson, locale: Locale): Minutes {
  const text = lesson.texts[locale] ?? Object.values(lesson.texts)[0];
  return text ? lessonMinutes(lesson, text) : { read: 0, do: 0 };
}

/** All of a path, reading and doing together. */
export function pathMinutes(path: Path, locale: Locale): number {
  return path.lessons.reduce((sum, lesson) => {
    const { read, do: doing } = minutesIn(lesson, locale);
    return sum + read + doing;
  }, 0);
}
