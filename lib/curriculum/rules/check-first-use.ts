import type { AuthorError } from '../author-error';
import type { LessonCheck } from '../lesson-rules';
import { lessonWords } from '../wording/lesson-words';
import { termMatches } from '../wording/term-matches';

/** A term that the text marks is marked where it comes first: a reader asks there. Headings are too early. */
export function checkFirstUse(check: LessonCheck): AuthorError[] {
  return (['en', 'zh'] as const).flatMap((locale) => {
    const runs = lessonWords(check).filter((run) => run.name === `${locale}.mdx` && run.kind === 'paragraph');
    return check.glossary.flatMap(({ id, term }) => {
      const own = term[locale];
      const marked = runs.findIndex((run) => run.terms.some((span) => span.id === id));
      if (own === undefined || marked < 0) return [];
      const names = check.glossary.flatMap((other) => other.term[locale] ?? []);
      for (const [index, run] of runs.slice(0, marked + 1).entries()) {
        const mark = index === marked ? (run.terms.find((span) => span.id === id)?.from ?? 0) : run.text.length;
        const [first] = termMatches(run.text, own, locale, names);
        if (first === undefined || first >= mark) continue;
        return [
          {
            ...check.placeAt(run.name, run.offsets[first] ?? 0),
            rule: 'term-first',
            severity: 'warning' as const,
            message: `"${id}" is marked further down, and used here first`,
            found: own,
            fix: `<Term id="${id}">${run.text.slice(first, first + own.length)}</Term>`,
          },
        ];
      }
      return [];
    });
  });
}
