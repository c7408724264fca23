import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { locales } from '@/lib/words/locale';
import type { Curriculum } from './curriculum';
import type { GlossaryTerm, Lesson, Path } from './lesson';
import { minutesIn } from './minutes';
import { hashOfFolder } from './read-folder-stamp';

/**
 * What the pages of each lesson are drawn from, as a hash by the lesson's id: with the same code and the same hash they come out the same. Rather
 * too much than too little is in it, since a page that is drawn for nothing costs a tenth of a second and one that is not drawn tells the
 * reader what was true before. Whatever a lesson's page comes to show of something else has to be added here.
 */
export function lessonInputs({ site, paths, glossary }: Curriculum): Map<string, string> {
  const inputs = new Map<string, string>();
  for (const path of paths) {
    const around = JSON.stringify([site, headsOf(path)]);
    for (const lesson of path.lessons) {
      const own = [lesson.id, lesson.folder, hashOfFolder(lesson.folder)];
      inputs.set(lesson.id, digest([around, ...own, JSON.stringify(termsOf(lesson, glossary))]));
    }
  }
  return inputs;
}

/** What a lesson's page tells of its path: the names and minutes of all lessons in it, in their order. The neighbours are among them. */
function headsOf({ lessons, ...path }: Path): unknown {
  const heads = lessons.map((lesson) => {
    const titles = Object.entries(lesson.texts).map(([locale, text]) => [locale, text.title]);
    const minutes = locales.map((locale) => minutesIn(lesson, locale));
    return [lesson.id, lesson.slug, lesson.order, lesson.draft, titles, minutes];
  });
  return [path, heads];
}

const PLAIN_TERM = /<Term\s+id="([a-z0-9-]+)"/g;

/** The terms that a lesson explains. Where one is named in a way that is not recognised here, it may be any. */
function termsOf({ folder, texts }: Lesson, glossary: readonly GlossaryTerm[]): readonly GlossaryTerm[] {
  const words = Object.keys(texts).map((locale) => readFileSync(join(folder, `${locale}.mdx`), 'utf8'));
  const text = words.join('\n');
  const plain = [...text.matchAll(PLAIN_TERM)].map(([, id]) => id);
  if (plain.length < text.split('<Term').length - 1) return glossary;
  const named = new Set(plain);
  return glossary.filter(({ id }) => named.has(id));
}

function digest(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}\0${part}`);
  return hash.digest('hex').slice(0, 32);
}
