import { readFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { joinedIds } from '@/lib/curriculum/published-ids';
import { inFolder } from '@/lib/curriculum/read-source';
import { type LessonInside, recordOf } from './content-places';
import type { Change } from './place-files';

/** What a new question or task changes besides its own file: each language's text places it at its end, and the record of ids knows it. */
export async function placingChanges(lesson: LessonInside, tag: string, id: string): Promise<Change[]> {
  const changes: Change[] = [];
  for (const locale of lesson.languages) {
    const file = inFolder(lesson.folder, `${locale}.mdx`);
    const before = await readFile(file, 'utf8');
    changes.push({ file, before, text: withLineAtEnd(before, tag) });
  }
  const record = lesson.draft ? undefined : await recordOf(lesson.dir);
  if (record) {
    const ids = joinedIds(record.ids, { lessons: [], items: [`${lesson.id}/${id}`] });
    changes.push({ file: record.file, before: record.text, text: `${JSON.stringify(ids, null, 2)}\n` });
  }
  return changes;
}

/** A block of its own after all others, with the file's own line ends. */
export function withLineAtEnd(text: string, line: string): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  return `${text.trimEnd()}${end}${end}${line}${end}`;
}

/** Why a question or task of this lesson cannot have the id. */
export async function itemIds(lesson: LessonInside): Promise<(id: string) => string | undefined> {
  const quiz = await readFile(inFolder(lesson.folder, 'quiz.yaml'), 'utf8').catch(() => '');
  const here = new Set(questionIds(quiz));
  for (const name of lesson.files) here.add(name.replace(/\.task\.yaml$/, ''));
  const once = new Set((await recordOf(lesson.dir))?.ids.items ?? []);
  return (id) => {
    if (here.has(id)) return `"${id}" is an id of this lesson already`;
    return once.has(`${lesson.id}/${id}`) ? `"${id}" was published once, and attempts hang on it` : undefined;
  };
}

const quizOfIds = z.looseObject({ questions: z.array(z.looseObject({ id: z.string() })) });

/** The questions' own ids: an option may be called as a task is. Of a file that cannot be read, every id there is. */
function questionIds(quiz: string): string[] {
  const document = parseDocument(quiz);
  const read = quizOfIds.safeParse(document.errors.length > 0 ? undefined : document.toJS());
  if (read.success) return read.data.questions.map(({ id }) => id);
  return [...quiz.matchAll(/(?:^|[\s{,-])id:\s*["']?([a-z0-9-]+)/g)].map(([, id = '']) => id);
}
