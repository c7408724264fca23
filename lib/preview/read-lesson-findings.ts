import { setImmediate as turn } from 'node:timers/promises';
import { aroundHash } from '@/lib/curriculum/around-hash';
import type { AuthorError } from '@/lib/curriculum/author-error';
import type { Lesson } from '@/lib/curriculum/lesson';
import { type LessonCheck, lessonFindings } from '@/lib/curriculum/lesson-rules';
import type { KeptLessons } from '@/lib/curriculum/read-kept-lessons';
import { checkSamples } from '@/lib/curriculum/rules/check-samples';
import { onlyOne } from '@/lib/only-one';

type Looked = { readonly around: string; readonly findings: Promise<readonly AuthorError[]> };

/** A lesson that is not edited is the same object from one reading to the next. */
const looked = () => onlyOne('preview-findings', () => new WeakMap<Lesson, Looked>());

/**
 * What the lesson rules find, code samples included, as `handrail check` does. Looking takes a tenth of a second: a lesson is looked at once
 * as long as it stays as it is, and not at all where the check has written down what it found.
 */
export function readLessonFindings(check: LessonCheck, kept: KeptLessons): Promise<readonly AuthorError[]> {
  const around = aroundHash(check);
  const before = looked().get(check.lesson);
  if (before?.around === around) return before.findings;
  const findings = look(check, around, kept);
  looked().set(check.lesson, { around, findings });
  findings.catch(() => looked().delete(check.lesson));
  return findings;
}

let waiting: Promise<unknown> = Promise.resolve();

/** One after another, and not in one breath: on a site learners are waiting, too. */
function look(check: LessonCheck, around: string, kept: KeptLessons): Promise<readonly AuthorError[]> {
  const looking = waiting.then(async () => {
    const found = kept.get(check.lesson.folder)?.found;
    if (found?.around === around) return found.errors;
    await turn();
    return [...lessonFindings(check), ...(await checkSamples(check))];
  });
  waiting = looking.catch(() => undefined);
  return looking;
}
