import type { AuthorError } from './author-error';
import { checkUses } from './check-uses';
import { didYouMean } from './did-you-mean';
import type { Lesson, LessonText } from './lesson';
import type { LessonDraft } from './read-lesson';
import { authorPath, inFolder } from './read-source';
import type { LoneText } from './read-text';
import type { KeyPath } from './schema-errors';
import { startOfFile } from './source-text';
import { textHash } from './text-hash';

/** A lesson's files compared with one another: ids that are told twice or not at all, places that point nowhere. */
export function checkLesson(draft: LessonDraft): { lesson: Lesson; errors: AuthorError[] } {
  const lesson = withTexts(draft);
  const errors = [...checkIds(draft), ...checkObjectives(draft), ...checkParts(draft), ...checkParity(draft)];
  for (const { text, uses } of draft.texts.values()) errors.push(...checkUses(text, uses, lesson, draft.sources));
  return { lesson, errors };
}

function withTexts({ lesson, texts }: LessonDraft): Lesson {
  const all = [...texts.values()];
  const finished = all.map(({ text }): LessonText => {
    const source = all.find((other) => other.text.locale !== text.locale)?.text;
    return { ...text, isStale: text.from !== undefined && source !== undefined && textHash(source.body) !== text.from };
  });
  return { ...lesson, texts: Object.fromEntries(finished.map((text) => [text.locale, text])) };
}

/** Questions and tasks share one namespace. */
function checkIds({ lesson, places }: LessonDraft): AuthorError[] {
  const errors: AuthorError[] = [];
  const seen = new Set<string>();
  let question = -1;
  for (const item of lesson.items) {
    if (item.kind === 'question') question++;
    const file = item.kind === 'question' ? 'quiz.yaml' : `${item.local}.task.yaml`;
    if (seen.has(item.local)) {
      const path: KeyPath = item.kind === 'question' ? ['questions', question, 'id'] : [];
      errors.push(
        errorAt(lesson, places, file, path, {
          rule: 'duplicate-id',
          message: `"${item.local}" is the id of two questions or tasks of this lesson`,
          found: item.local,
          fix: `${item.local}-2`,
        }),
      );
    }
    seen.add(item.local);
  }
  return errors;
}

function checkObjectives({ lesson, places }: LessonDraft): AuthorError[] {
  const known = lesson.objectives.map(({ id }) => id);
  const questions = lesson.items.filter((item) => item.kind === 'question');
  return lesson.items.flatMap((item) => {
    const objective = item.kind === 'question' ? item.question.objective : item.task.objective;
    if (objective === undefined || known.includes(objective)) return [];
    const meant = didYouMean(objective, known);
    const [file, path]: [string, KeyPath] =
      item.kind === 'question'
        ? ['quiz.yaml', ['questions', questions.indexOf(item), 'objective']]
        : [`${item.local}.task.yaml`, ['objective']];
    return [
      errorAt(lesson, places, file, path, {
        rule: 'unknown-objective',
        message: `lesson.yaml has no objective "${objective}"${meant ? `; did you mean "${meant}"?` : ''}`,
        expected: `one of ${known.join(', ')}`,
        found: objective,
        ...(meant ? { fix: `objective: ${meant}` } : {}),
      }),
    ];
  });
}

/** A part begins at a heading that is there in every language. */
function checkParts({ lesson, places, texts }: LessonDraft): AuthorError[] {
  const headings = [...texts.values()][0]?.text.headings.map(({ id }) => id) ?? [];
  return lesson.parts.flatMap((part, index) => {
    if (texts.size === 0 || headings.includes(part.from)) return [];
    const meant = didYouMean(part.from, headings);
    return [
      errorAt(lesson, places, 'lesson.yaml', ['parts', index, 'from'], {
        rule: 'unknown-heading',
        message: `no heading has the id "${part.from}"${meant ? `; did you mean "${meant}"?` : ''}`,
        found: part.from,
        ...(meant ? { fix: `from: ${meant}` } : {}),
      }),
    ];
  });
}

/** Both languages have the same headings, labs, questions and tasks in the same order: only then does switching keep the place. */
function checkParity({ texts }: LessonDraft): AuthorError[] {
  const [one, other] = [texts.get('en'), texts.get('zh')];
  if (!one?.isSound || !other?.isSound) return [];
  const lines = other.uses
    .filter(({ component }) => ['Lab', 'Task', 'Quiz'].includes(component))
    .map(({ place }) => place.line);
  return [
    ...differences('heading-parity', 'heading', one, other, headingsOf, other.headingLines),
    ...differences('place-parity', 'lab, question or task', one, other, placesOf, lines),
  ];
}

/** The first place at which the second text is not as the first; what follows it differs for that reason alone. */
function differences(
  rule: string,
  noun: string,
  one: LoneText,
  other: LoneText,
  idsOf: (text: LoneText['text']) => string[],
  lines: readonly number[],
): AuthorError[] {
  const [expected, found] = [idsOf(one.text), idsOf(other.text)];
  const at = Array.from({ length: Math.max(expected.length, found.length) }, (_, index) => index).find(
    (index) => expected[index] !== found[index],
  );
  if (at === undefined) return [];
  return [
    {
      file: other.text.file,
      line: lines[at] ?? other.text.body.trimEnd().split('\n').length,
      column: 1,
      rule,
      message: `${noun} ${at + 1} is not the same as in ${one.text.locale}.mdx`,
      expected: expected[at] ?? 'nothing more',
      found: found[at] ?? 'nothing more',
    },
  ];
}

function headingsOf(text: Pick<LessonText, 'headings'>): string[] {
  return text.headings.map(({ depth, id }) => `${'#'.repeat(depth)} [#${id}]`);
}

function placesOf(text: Pick<LessonText, 'places'>): string[] {
  return text.places.map(({ component, id }) => `<${component} "${id}">`);
}

function errorAt(
  lesson: Pick<Lesson, 'folder'>,
  places: LessonDraft['places'],
  name: string,
  path: KeyPath,
  letter: Omit<AuthorError, 'file' | 'line' | 'column'>,
): AuthorError {
  return { file: authorPath(inFolder(lesson.folder, name)), ...(places.get(name)?.(path) ?? startOfFile), ...letter };
}
