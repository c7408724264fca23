import type { LabId } from '@/lib/labs/labs';
import type { AuthorError } from '../author-error';
import type { Curriculum } from '../curriculum';
import { didYouMean } from '../did-you-mean';
import type { Lesson, LessonText, TextLink } from '../lesson';

/** Links within the site lead to what is there: a path, a lesson and a place in it, a lab, a term. */
export function checkLinkTargets(curriculum: Curriculum): AuthorError[] {
  return curriculum.paths.flatMap(({ lessons }) =>
    lessons.flatMap((lesson) =>
      Object.values(lesson.texts).flatMap((text) =>
        (text.hasFaults ? [] : (text.links ?? [])).flatMap((link) => targetErrors(curriculum, lesson, text, link)),
      ),
    ),
  );
}

type Letter = Pick<AuthorError, 'rule' | 'message'> &
  Partial<Pick<AuthorError, 'severity' | 'expected'>> & { to?: string };

function targetErrors(curriculum: Curriculum, from: Lesson, text: LessonText, link: TextLink): AuthorError[] {
  const found = letterFor(curriculum, from, text, link.href);
  if (!found) return [];
  const { to, ...letter } = found;
  const { line, column, offset, href } = link;
  // The language and an old address can be mended by a machine; what an author may have meant cannot.
  const isSafe = letter.rule === 'link-moved';
  return [
    {
      file: text.file,
      line,
      column,
      ...letter,
      found: href,
      ...(to === undefined ? {} : { fix: to }),
      ...(to !== undefined && isSafe ? { edit: { from: offset, to: offset + href.length, text: to } } : {}),
    },
  ];
}

function letterFor(curriculum: Curriculum, from: Lesson, text: LessonText, href: string): Letter | undefined {
  const [, path = '', hash] = /^([^#?]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(href) ?? [];
  const localised = /^\/(?:en|zh)(\/.*)$/.exec(href);
  if (localised?.[1])
    return {
      rule: 'link-moved',
      severity: 'warning',
      message: 'a link names no language: the page puts in its own',
      to: localised[1],
    };
  if (path === '') return hash ? anchorLetter(text, from, hash, href) : undefined;
  const [room = '', id = '', slug = '', ...more] = path.replace(/\/$/, '').split('/').slice(1);
  if (room === 'learn' && slug && more.length === 0)
    return lessonLetter(curriculum, from, text, { path: id, slug, hash });
  if (room === 'paths' && id && !slug)
    return absent(
      `/paths/${id}`,
      curriculum.path(id) !== undefined,
      curriculum.paths.map((each) => `/paths/${each.id}`),
    );
  if (room === 'glossary' && !id)
    return hash === undefined
      ? undefined
      : absent(
          href,
          curriculum.term(hash) !== undefined,
          curriculum.glossary.map((term) => `/glossary#${term.id}`),
        );
  if (room === 'labs' && !slug)
    return absent(
      `/labs/${id}`,
      id === '' || labPages.includes(id),
      labPages.map((lab) => `/labs/${lab}`),
    );
  return {
    rule: 'link-target',
    message: 'this site has no such page for lessons to link to',
    expected: '#a-heading, /learn/path/lesson, /paths/path, /labs/lab or /glossary#term',
  };
}

/** The labs with a page of their own. */
const labPages = Object.keys({
  tcp: true,
  tls: true,
  certificate: true,
  dns: true,
  http: true,
  journey: true,
  process: true,
} satisfies Record<LabId, true>);

function absent(written: string, isThere: boolean, known: readonly string[]): Letter | undefined {
  if (isThere) return undefined;
  const meant = didYouMean(written, known);
  return {
    rule: 'link-target',
    message: `there is no ${written}${meant ? `; did you mean ${meant}?` : ''}`,
    ...(meant ? { to: meant } : {}),
  };
}

function lessonLetter(
  curriculum: Curriculum,
  from: Lesson,
  text: LessonText,
  to: { path: string; slug: string; hash: string | undefined },
): Letter | undefined {
  const written = `/learn/${to.path}/${to.slug}`;
  const tail = to.hash === undefined ? '' : `#${to.hash}`;
  const lesson = curriculum.lesson(to.path, to.slug);
  if (lesson) {
    if (lesson.draft && !from.draft)
      return { rule: 'link-target', message: `${written} is a draft: for learners there is no such page` };
    const there = lesson.texts[text.locale] ?? Object.values(lesson.texts)[0];
    return to.hash && there ? anchorLetter(there, lesson, to.hash, `${written}${tail}`) : undefined;
  }
  const moved = curriculum.movedFrom(to.path, to.slug);
  if (moved)
    return {
      rule: 'link-moved',
      severity: 'warning',
      message: `${written} has moved`,
      to: `/learn/${moved.id}${tail}`,
    };
  const known = curriculum.paths.flatMap(({ lessons }) => lessons.map(({ id }) => `/learn/${id}`));
  return absent(written, false, known);
}

/** Places of a lesson's page that have an address: headings, questions, tasks, labs, the sources. */
function anchorLetter(text: LessonText, lesson: Lesson, hash: string, written: string): Letter | undefined {
  const known = [
    ...text.headings.map(({ id }) => id),
    ...text.places.map(({ component, id }) => (component === 'Quiz' ? id : `${component.toLowerCase()}-${id}`)),
    ...(lesson.sources.length > 0 ? ['sources'] : []),
  ];
  if (known.includes(hash)) return undefined;
  const meant = didYouMean(hash, known);
  return {
    rule: 'link-target',
    message: `${text.file} has no place "${hash}"${meant ? `; did you mean "${meant}"?` : ''}`,
    ...(meant ? { to: written.replace(/#.*$/, `#${meant}`) } : {}),
  };
}
