import { onlyOne } from '@/lib/only-one';
import type { Lesson, LessonText } from './lesson';

/**
 * What a kept lesson follows from, the hash of its folder: who looks for what was made of its words before need not look at the words, which would
 * bring the heavy part of every lesson into memory. A lesson that was made otherwise has none.
 */
const keys = () => onlyOne('kept-words', () => new WeakMap<Lesson, string>());

export function rememberWords(lesson: Lesson, key: string): void {
  keys().set(lesson, key);
}

/** Undefined also of a text that is not the lesson's own. */
export function keyOfWords(lesson: Lesson, text: LessonText): string | undefined {
  const key = keys().get(lesson);
  return key && lesson.texts[text.locale] === text ? `${key} ${text.locale}` : undefined;
}
