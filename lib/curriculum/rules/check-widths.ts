import type { AuthorError } from '../author-error';
import type { LessonCheck } from '../lesson-rules';
import { lessonWords } from '../wording/lesson-words';
import { solidSpan, type WordRun } from '../wording/word-run';
import { type Change, fullWidthChanges, halfWidthChanges, spaceChanges } from './width-changes';

/** Punctuation of the right width, and no typed gap between Chinese and what is beside it. */
export function checkWidths(check: LessonCheck): AuthorError[] {
  return lessonWords(check).flatMap((run) => changesOf(run).map((change) => letter(check, run, change)));
}

function changesOf(run: WordRun): Change[] {
  if (run.locale === 'en') return fullWidthChanges(run.text);
  const signs = halfWidthChanges(run.text);
  // A space beside a sign goes with the sign.
  const spaces = spaceChanges(run.text).filter(
    (space) => !signs.some((sign) => space.from <= sign.to && sign.from <= space.to),
  );
  return [...signs, ...spaces];
}

function letter(check: LessonCheck, run: WordRun, { rule, from, to, text, message }: Change): AuthorError {
  const span = solidSpan(run, from, to);
  const place = check.placeAt(run.name, run.offsets[from] ?? 0);
  const around = (middle: string) =>
    `${run.text.slice(Math.max(0, from - 8), from)}${middle}${run.text.slice(to, to + 8)}`.replaceAll('\n', ' ').trim();
  const before = span && check.sources.get(run.name)?.text[span.from - 1];
  const edit = span && { from: before === '\\' ? span.from - 1 : span.from, to: span.to, text };
  return {
    ...place,
    rule,
    severity: 'warning',
    message,
    found: around(run.text.slice(from, to)),
    fix: around(text),
    ...(edit ? { edit } : {}),
  };
}
