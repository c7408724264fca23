import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { keyOfWords } from '@/lib/curriculum/kept-words';
import type { Lesson, LessonText } from '@/lib/curriculum/lesson';
import { lessonSections } from '@/lib/curriculum/lesson-sections';
import { makersHash } from '@/lib/curriculum/read-makers-hash';
import { readSealed, writeSealed } from '@/lib/curriculum/read-sealed';
import { onlyOne } from '@/lib/only-one';
import { distinctWords } from '@/lib/search/distinct-words';

/** A place that can be found: its text, and what of it stands in the index. */
type Place = { readonly id: string; readonly title: string; readonly text: string; readonly words: string };

const keptPlaces = z.array(z.object({ id: z.string(), title: z.string(), text: z.string(), words: z.string() }));

/** The places of a lesson's text by its headings. Taking a text apart costs ten times what its page may: it is done once and kept below DATA_DIR/cache. */
export function lessonPlaces(lesson: Lesson, text: LessonText): readonly Place[] {
  const file = join(/* turbopackIgnore: true */ home(), `${keyOf(lesson, text)}.json`);
  const kept = readKept(file);
  if (kept) return kept;
  const made = lessonSections(lesson, text).map(({ id, heading, text: said }) => ({
    id,
    title: heading || text.title,
    text: said,
    words: distinctWords(said),
  }));
  writeSealed(file, Buffer.from(JSON.stringify(made)));
  return made;
}

function readKept(file: string): readonly Place[] | undefined {
  const bytes = readSealed(file);
  return bytes && keptPlaces.parse(JSON.parse(bytes.toString('utf8')));
}

/** Runs are in it for what an engine says in the middle of a sentence. */
function keyOf(lesson: Lesson, text: LessonText): string {
  const said = keyOfWords(lesson, text) ?? JSON.stringify([text.title, text.lede, text.body, lesson.runs]);
  return createHash('sha256').update(said).digest('hex').slice(0, 32);
}

/** Another one for other code: nobody has to remember a version number. */
function home(): string {
  return onlyOne('kept-places', () =>
    resolve(/* turbopackIgnore: true */ process.env.DATA_DIR || '.data', 'cache', 'search', makersHash()),
  );
}
