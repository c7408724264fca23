import type { AuthorError } from '../author-error';
import type { GlossaryTerm } from '../lesson';
import type { LessonCheck } from '../lesson-rules';
import { lessonWords } from '../wording/lesson-words';
import { termMatches } from '../wording/term-matches';
import { isHan, type WordRun } from '../wording/word-run';

/** Terms are called by their names, each in the language of its text. */
export function checkTerms(check: LessonCheck): AuthorError[] {
  return lessonWords(check).flatMap((run) => [
    ...markedTerms(check, run),
    ...otherRenderings(check, run),
    ...avoidedWords(check, run),
  ]);
}

/** `<Term id="segment">segment</Term>` in a Chinese text, or 报文段 in an English one. */
function markedTerms(check: LessonCheck, run: WordRun): AuthorError[] {
  return run.terms.flatMap(({ id, from, to }) => {
    const term = check.glossary.find((each) => each.id === id);
    const words = run.text.slice(from, to);
    const own = term?.term[run.locale];
    if (!term || own === undefined || own === words) return [];
    const [hasHan, ownHasHan] = [[...words].some(isHan), [...own].some(isHan)];
    const isForeign = run.locale === 'zh' ? !hasHan && ownHasHan : hasHan && !ownHasHan;
    if (!isForeign) return [];
    return [
      {
        ...check.placeAt(run.name, run.offsets[from] ?? 0),
        rule: 'term-language',
        message: `"${words}" is not what the glossary calls "${id}" in ${run.locale}`,
        expected: own,
        found: words,
        fix: `<Term id="${id}">${own}</Term>`,
      },
    ];
  });
}

/** The English name of a term in a Chinese sentence; in brackets or quotes it explains. */
function otherRenderings(check: LessonCheck, run: WordRun): AuthorError[] {
  if (run.locale !== 'zh' || ![...run.text].some(isHan)) return [];
  return check.glossary.flatMap((term) => {
    const { en, zh } = term.term;
    if (en === undefined || zh === undefined || zh.toLowerCase().includes(en.toLowerCase())) return [];
    if (![...zh].some(isHan) || en === en.toUpperCase()) return [];
    const found = termMatches(run.text, en, 'en').find(
      (at) => !inside(run, at) && !isExplained(run.text, at) && !isInName(run.text, at, en.length),
    );
    if (found === undefined) return [];
    return [
      letter(check, run, found, en.length, term, 'term-rendering', `"${term.id}" is called ${zh} in Chinese`, zh),
    ];
  });
}

function avoidedWords(check: LessonCheck, run: WordRun): AuthorError[] {
  return check.glossary.flatMap((term) =>
    (term.avoid?.[run.locale] ?? []).flatMap((avoided) => {
      const names = check.glossary.flatMap(({ term: own }) => own[run.locale] ?? []);
      const [found] = termMatches(run.text, avoided, run.locale, names);
      const own = term.term[run.locale] ?? term.id;
      if (found === undefined) return [];
      return [letter(check, run, found, avoided.length, term, 'term-avoid', `the glossary asks for ${own}`, own)];
    }),
  );
}

function letter(
  check: LessonCheck,
  run: WordRun,
  at: number,
  length: number,
  term: GlossaryTerm,
  rule: string,
  message: string,
  own: string,
): AuthorError {
  return {
    ...check.placeAt(run.name, run.offsets[at] ?? 0),
    rule,
    ...(rule === 'term-rendering' ? { severity: 'warning' as const } : {}),
    message,
    expected: `${own}, as glossary.yaml names "${term.id}"`,
    found: run.text.slice(at, at + length),
    fix: own,
  };
}

function inside(run: WordRun, at: number): boolean {
  return run.terms.some(({ from, to }) => from <= at && at < to);
}

/** `序列号（sequence number）`: in brackets or quotes. */
function isExplained(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return [
    ['（', '）'],
    ['(', ')'],
    ['“', '”'],
    ['《', '》'],
  ].some(([open = '', close = '']) => before.lastIndexOf(open) > before.lastIndexOf(close));
}

/** A part of a longer name: `TCP segment offload`, `segment-id`. */
function isInName(text: string, at: number, length: number): boolean {
  return /[A-Za-z][ -]?$/.test(text.slice(0, at)) || /^[ -]?[A-Za-z]/.test(text.slice(at + length));
}
