import type { Lesson } from '@/lib/curriculum/lesson';
import { objectiveOf } from '@/lib/review/taught-cards';
import type { Locale } from '@/lib/words/locale';

/** Where a lesson asks about an objective first, as the end of its address: `#syn-ack-number`, `#task-close-cleanly`; '' when nowhere. */
export function placeOf(lesson: Lesson, objective: string, locale: Locale): string {
  const text = lesson.texts[locale] ?? Object.values(lesson.texts)[0];
  for (const { id } of text?.places ?? []) {
    const item = lesson.items.find(({ local }) => local === id);
    if (item && objectiveOf(item) === objective) return item.kind === 'task' ? `#task-${id}` : `#${id}`;
  }
  return '';
}
