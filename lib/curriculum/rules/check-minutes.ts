import type { AuthorError } from '../author-error';
import type { LessonCheck } from '../lesson-rules';

/** Minutes that an author states are those a reader needs, give or take: so far off, and they promise something else. */
const SHARE = 0.4;
const LEAST = 3;

export function checkMinutes({ lesson, place }: LessonCheck): AuthorError[] {
  const stated = lesson.minutes;
  if (stated === undefined) return [];
  const far = Object.values(lesson.texts).filter(
    ({ readingMinutes }) => Math.abs(stated - readingMinutes) > Math.max(LEAST, SHARE * readingMinutes),
  );
  if (far.length === 0) return [];
  const counted = Object.values(lesson.texts).map(({ locale, readingMinutes }) => `${locale} ${readingMinutes}`);
  const typical = Math.round(far.reduce((sum, { readingMinutes }) => sum + readingMinutes, 0) / far.length);
  return [
    {
      ...place('lesson.yaml', ['minutes']),
      rule: 'reading-time',
      severity: 'warning',
      message: 'the words take another time to read than is stated',
      expected: `about as many as are counted: ${counted.join(', ')}`,
      found: String(stated),
      fix: `minutes: ${typical}, or leave the line out: then they are counted`,
    },
  ];
}
