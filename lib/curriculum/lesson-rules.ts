import type { AuthorError, Place } from './author-error';
import type { GlossaryTerm, Lesson } from './lesson';
import type { PathHead } from './read-whole-lesson';
import { checkFigureWords } from './rules/check-figure-words';
import { checkFirstUse } from './rules/check-first-use';
import { checkFormulas } from './rules/check-formulas';
import { checkHeadings } from './rules/check-headings';
import { checkLinks } from './rules/check-links';
import { checkMinutes } from './rules/check-minutes';
import { checkMissingTranslation } from './rules/check-missing-translation';
import { checkMoved } from './rules/check-moved';
import { checkParity } from './rules/check-parity';
import { checkPlaced } from './rules/check-placed';
import { checkQuiz } from './rules/check-quiz';
import { checkSources } from './rules/check-sources';
import { checkStandard } from './rules/check-standard';
import { checkTasks } from './rules/check-tasks';
import { checkTerms } from './rules/check-terms';
import { checkTranslation } from './rules/check-translation';
import { checkWidths } from './rules/check-widths';
import type { KeyPath } from './schema-errors';
import type { SourceText } from './source-text';

/** A lesson with its own words, for rules that look closer than its shape. Nothing outside of it is asked: no disk, no clock, no database. */
export type LessonCheck = {
  readonly lesson: Lesson;
  /** Without its lessons: what is said of one lesson never hangs on its neighbours. */
  readonly path: PathHead;
  readonly glossary: readonly GlossaryTerm[];
  /** The files of the lesson's folder by name, `quiz.yaml`, as read. */
  readonly sources: ReadonlyMap<string, SourceText>;
  /** Where a value of one of its YAML files was written. */
  readonly place: (name: string, path: KeyPath) => Place;
  /** Where an offset of a file's text lies. */
  readonly placeAt: (name: string, offset: number) => Place;
};

export type LessonRule = (check: LessonCheck) => AuthorError[];

/** What is asked of each lesson by itself; what needs all of them is in content-rules.ts. What one says of a lesson depends on that lesson, its path and the glossary alone. */
export const lessonRules: readonly LessonRule[] = [
  checkQuiz,
  checkMoved,
  checkTasks,
  checkPlaced,
  checkStandard,
  checkMissingTranslation,
  checkFormulas,
  checkParity,
  checkTranslation,
  checkWidths,
  checkTerms,
  checkFirstUse,
  checkHeadings,
  checkLinks,
  checkFigureWords,
  checkMinutes,
  checkSources,
];

/** Every lesson rule's findings about one lesson. */
export function lessonFindings(check: LessonCheck): AuthorError[] {
  return lessonRules.flatMap((rule) => rule(check));
}
