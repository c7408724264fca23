import type { AuthorError } from '../author-error';
import type { Source } from '../lesson';
import type { LessonCheck } from '../lesson-rules';
import { lessonWords } from '../wording/lesson-words';

/** Names that standards are cited by. */
const cited =
  /\b(RFC|ISO(?:\/IEC)?|ECMA|FIPS|BCP|STD|NIST SP|IEEE|ITU-T|GB\/T)[ -]?(\d{1,5}(?:[.-]\d+)*[A-Za-z]?|[XTG]\.\d+)/g;

/** What the words cite is listed where a reader looks for it, and what is listed is cited. */
export function checkSources(check: LessonCheck): AuthorError[] {
  return [...unlisted(check), ...unused(check)];
}

function unlisted(check: LessonCheck): AuthorError[] {
  const listed = new Set(check.lesson.sources.flatMap((source) => [...namesOf(source), ...idName(source)]));
  const told = new Set<string>();
  return lessonWords(check).flatMap((run) =>
    [...run.text.matchAll(cited)].flatMap((found): AuthorError[] => {
      const name = nameOf(found);
      if (run.name === 'lesson.yaml' || listed.has(name) || told.has(`${run.name} ${name}`)) return [];
      told.add(`${run.name} ${name}`);
      return [
        {
          ...check.placeAt(run.name, run.offsets[found.index] ?? 0),
          rule: 'source-unlisted',
          message: `lesson.yaml does not list ${found[0]}`,
          expected:
            check.lesson.sources.length > 0
              ? `one of ${check.lesson.sources.map(({ title }) => title).join('; ')}`
              : 'sources in lesson.yaml',
          found: found[0],
          fix: `sources: [ { id: ${name.replace(/[^a-z0-9]+/g, '')}, title: "${found[0]}", section: "…", href: "https://…" } ]`,
        },
      ];
    }),
  );
}

/** Only standards: a book is cited in many ways. */
function unused(check: LessonCheck): AuthorError[] {
  const named = new Set(
    lessonWords(check)
      .filter(({ name }) => name !== 'lesson.yaml')
      .flatMap(({ text }) => [...text.matchAll(cited)].map(nameOf)),
  );
  return check.lesson.sources.flatMap((source, index): AuthorError[] => {
    const names = namesOf(source);
    if (names.length === 0 || names.some((name) => named.has(name))) return [];
    return [
      {
        ...check.place('lesson.yaml', ['sources', index]),
        rule: 'source-unused',
        severity: 'warning',
        message: `nothing in the lesson cites ${source.title}`,
        found: source.title,
        fix: 'cite it where it is needed, with its section, or leave it out',
      },
    ];
  });
}

/** `rfc9293` lists RFC 9293, whatever its title says. */
function idName({ id }: Source): string[] {
  const [, series, number] = /^([a-z]+)-?(\d+)$/.exec(id) ?? [];
  return series && number ? [`${series} ${number}`] : [];
}

function namesOf({ title }: Source): string[] {
  return [...title.matchAll(cited)].map(nameOf);
}

function nameOf([, series = '', number = '']: RegExpMatchArray): string {
  return `${series} ${number}`.toLowerCase();
}
