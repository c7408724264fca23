import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkContent } from '@/lib/cli/check/content';
import { formatAuthorError } from '@/lib/curriculum/author-error';
import { pathSchema } from '@/lib/curriculum/content-schemas';
import { questionStarters } from '@/lib/curriculum/question-starters';
import { startedLabs } from '@/lib/curriculum/task-starters';
import { Interview } from './interview';
import { newLesson } from './new-lesson';
import { newPath } from './new-path';
import { newQuiz } from './new-quiz';
import { newTask } from './new-task';

let dir: string;
let within: { in: string };
const silent = new Interview(undefined);

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'handrail-new-'));
  within = { in: dir };
  process.env.CONTENT_DIRS = dir;
});
afterEach(async () => {
  delete process.env.CONTENT_DIRS;
  await rm(dir, { recursive: true, force: true });
});

const path = (more: object = {}) =>
  newPath(silent, { ...within, titleEn: 'Cells', titleZh: '细胞', languages: 'en,zh', ...more });
const lesson = (more: object = {}) =>
  newLesson(silent, { ...within, path: 'cells', titleEn: 'What lives', titleZh: '什么是活的', ...more });
const read = (name: string) => readFile(join(dir, name), 'utf8');

/** What `handrail check` finds in the folder. */
async function findings(): Promise<string[]> {
  const { errors } = await checkContent([], [dir]);
  return errors.map(formatAuthorError);
}

/** Someone at a terminal who types these lines. */
function person(...lines: string[]): { interview: Interview; shown: () => string } {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let shown = '';
  output.on('data', (bytes: Buffer) => {
    shown += bytes.toString('utf8');
  });
  input.end(lines.map((line) => `${line}\n`).join(''));
  return { interview: new Interview({ input, output }), shown: () => shown };
}

describe('a new path', () => {
  test('is sound as it stands', async () => {
    const { written } = await path();
    expect(written).toEqual([join(dir, 'cells/path.yaml')]);
    expect(await findings()).toEqual([]);
  });

  test('has only the languages that were asked for', async () => {
    await newPath(silent, { ...within, languages: 'zh', titleZh: '生物', address: 'biology' });
    expect(await read('biology/path.yaml')).toContain('languages: [zh]');
    expect(await read('biology/path.yaml')).not.toContain('en:');
    expect(await findings()).toEqual([]);
  });

  test('never takes an address that is taken, in whichever content folder', async () => {
    await expect(path({ address: 'tcp-tls' })).rejects.toThrow('there is a path "tcp-tls" already');
    await path();
    const before = await read('cells/path.yaml');
    await expect(path()).rejects.toThrow('--address "cells" cannot be used: there is a path "cells" already.');
    expect(await read('cells/path.yaml')).toBe(before);
  });

  test('needs an address when its title is Chinese', async () => {
    const chinese = { ...within, languages: 'zh', titleZh: '细胞：生命的单位' };
    await expect(newPath(silent, chinese)).rejects.toThrow('--address is missing (no name follows from');
    await newPath(silent, { ...chinese, address: 'cells' });
    expect(await read('cells/path.yaml')).toContain('zh: 细胞：生命的单位');
  });

  test('keeps a title as it was typed, signs and all', async () => {
    await path({ titleEn: 'Cells: "small" # and {many}', titleZh: '- 细胞', address: 'cells' });
    expect(await findings()).toEqual([]);
    const { title } = pathSchema.parse(parse(await read('cells/path.yaml')));
    expect(title).toEqual({ en: 'Cells: "small" # and {many}', zh: '- 细胞' });
  });
});

describe('a new lesson', () => {
  test('is a draft that is sound at once, in both languages', async () => {
    await path();
    const { written, next } = await lesson();
    const folder = join(dir, 'cells/01-what-lives');
    expect(written).toEqual(['lesson.yaml', 'en.mdx', 'zh.mdx', 'quiz.yaml'].map((name) => join(folder, name)));
    expect(await findings()).toEqual([]);
    expect(next.map(([what]) => what)).toContain('publish it');
    expect(next.flat().join('\n')).toContain('/en/preview/cells/what-lives');
  });

  test('is sound in a path that demands much of finished lessons', async () => {
    await path();
    const yaml = await read('cells/path.yaml');
    await writeFile(
      join(dir, 'cells/path.yaml'),
      yaml.replace('labs: 0, tasks: 0, questions: 0', 'labs: 1, tasks: 2, questions: 8'),
    );
    await lesson();
    expect(await findings()).toEqual([]);
  });

  test('has the files of its path’s languages and no others', async () => {
    await newPath(silent, { ...within, languages: 'zh', titleZh: '生物', address: 'biology' });
    await newLesson(silent, { ...within, path: 'biology', titleZh: '细胞', address: 'cell' });
    expect((await readdir(join(dir, 'biology/01-cell'))).sort()).toEqual(['lesson.yaml', 'quiz.yaml', 'zh.mdx']);
    expect(await findings()).toEqual([]);
  });

  test('has the next number of its folder', async () => {
    await path();
    await lesson();
    await lesson({ titleEn: 'What grows', titleZh: '什么在长' });
    expect((await readdir(join(dir, 'cells'))).sort()).toEqual(['01-what-lives', '02-what-grows', 'path.yaml']);
  });

  test('never takes the address of a lesson that is there, was there or has moved', async () => {
    await path();
    await lesson();
    await expect(lesson()).rejects.toThrow('01-what-lives has this address already');
    const yaml = await read('cells/01-what-lives/lesson.yaml');
    await writeFile(join(dir, 'cells/01-what-lives/lesson.yaml'), `${yaml}formerly: [cells/life]\n`);
    await expect(lesson({ address: 'life' })).rejects.toThrow('the old address cells/life leads to cells/what-lives');
    await writeFile(join(dir, '.ids.json'), '{ "lessons": ["cells/gone"], "items": [] }');
    await expect(lesson({ address: 'gone' })).rejects.toThrow('published once');
    expect((await readdir(join(dir, 'cells'))).sort()).toEqual(['01-what-lives', 'path.yaml']);
  });

  test('names the path that was probably meant', async () => {
    await path();
    await expect(lesson({ path: 'cell' })).rejects.toThrow('did you mean "cells"?');
  });
});

describe('a new question', () => {
  test.each(Object.keys(questionStarters))(
    'of kind %s is sound, placed in each language and works from its key',
    async (kind) => {
      await path();
      await lesson();
      const { changed } = await newQuiz(silent, { ...within, lesson: 'cells/what-lives', kind, id: 'first' });
      expect(changed).toHaveLength(3);
      expect(await read('cells/01-what-lives/zh.mdx')).toMatch(/\n\n<Quiz id="first" \/>\n$/);
      expect(await findings()).toEqual([]);
    },
  );

  test('is added to the questions that are there, which stay as they were written', async () => {
    await path();
    await lesson();
    for (const id of ['first', 'second', 'third'])
      await newQuiz(silent, { ...within, lesson: 'cells/what-lives', kind: 'numeric', id });
    const quiz = await read('cells/01-what-lives/quiz.yaml');
    expect([...quiz.matchAll(/^ {2}- id: (.*)$/gm)].map(([, id]) => id)).toEqual(['first', 'second', 'third']);
    expect(quiz).toMatch(/^# Every kind of question/);
  });

  test('is not forced into a quiz that is written in a way it does not know', async () => {
    await path();
    await lesson();
    const file = join(dir, 'cells/01-what-lives/quiz.yaml');
    await writeFile(file, 'questions: [{ id: a, kind: numeric, prompt: { en: "?", zh: "？" }, value: 1 }]\n');
    const before = await read('cells/01-what-lives/en.mdx');
    await expect(newQuiz(silent, { ...within, lesson: 'cells/what-lives', kind: 'numeric', id: 'b' })).rejects.toThrow(
      'put this below "questions:"',
    );
    expect(await read('cells/01-what-lives/en.mdx')).toBe(before);
  });

  test('cannot have an id that is taken or was published once', async () => {
    await path();
    await lesson();
    const ask = (id: string) => newQuiz(silent, { ...within, lesson: 'cells/what-lives', kind: 'numeric', id });
    await ask('first');
    await expect(ask('first')).rejects.toThrow('"first" is an id of this lesson already');
    await writeFile(join(dir, 'cells/01-what-lives/quiz.yaml'), 'questions: [ { id: broken ');
    await expect(ask('broken')).rejects.toThrow('"broken" is an id of this lesson already');
    await writeFile(join(dir, '.ids.json'), '{ "lessons": [], "items": ["cells/what-lives/old"] }');
    await expect(ask('old')).rejects.toThrow('was published once');
  });
});

describe('a quiz', () => {
  test('without questions is sound, and is written where there is none', async () => {
    await path();
    await lesson();
    await rm(join(dir, 'cells/01-what-lives/quiz.yaml'));
    await newQuiz(silent, { ...within, lesson: 'cells/what-lives' });
    expect(await read('cells/01-what-lives/quiz.yaml')).toContain('questions: []');
    expect(await findings()).toEqual([]);
  });
});

describe('a new task', () => {
  test.each(startedLabs)('in the lab %s is solved by its solution and by nothing less', async (lab) => {
    await path();
    await lesson();
    const made = await newTask(silent, {
      ...within,
      lesson: 'cells/what-lives',
      lab,
      titleEn: 'Try it',
      titleZh: '试一试',
    });
    expect(made.written).toContain(join(dir, 'cells/01-what-lives/try-it.solution.yaml'));
    expect(await findings()).toEqual([]);
    await writeFile(join(dir, 'cells/01-what-lives/try-it.solution.yaml'), 'actions: [{ kind: next }]\n');
    expect(await findings()).not.toEqual([]);
  });

  test('may be called as an option of a question is', async () => {
    await path();
    await lesson();
    await newQuiz(silent, { ...within, lesson: 'cells/what-lives', kind: 'fill-in', id: 'water' });
    expect(await read('cells/01-what-lives/quiz.yaml')).toContain('id: boil');
    const task = { ...within, lesson: 'cells/what-lives', lab: 'process', titleEn: 'Boil', titleZh: '烧' };
    await newTask(silent, task);
    expect(await findings()).toEqual([]);
    await expect(newTask(silent, task)).rejects.toThrow('"boil" is an id of this lesson already');
    await expect(newTask(silent, { ...task, id: 'water' })).rejects.toThrow('"water" is an id of this lesson already');
  });

  test('of a published lesson is entered in the record of ids; of a draft it is not', async () => {
    await path();
    await lesson();
    await writeFile(join(dir, '.ids.json'), '{ "lessons": [], "items": [] }\n');
    const task = (titleEn: string) =>
      newTask(silent, { ...within, lesson: 'cells/what-lives', lab: 'tcp', titleEn, titleZh: '试一试' });
    await task('One');
    expect(await read('.ids.json')).toBe('{ "lessons": [], "items": [] }\n');
    const file = join(dir, 'cells/01-what-lives/lesson.yaml');
    await writeFile(file, (await readFile(file, 'utf8')).replace('draft: true', 'draft: false'));
    await task('Two');
    expect(JSON.parse(await read('.ids.json'))).toEqual({ lessons: [], items: ['cells/what-lives/two'] });
  });

  test('keeps the line ends of the words it is placed in', async () => {
    await path();
    await lesson();
    const file = join(dir, 'cells/01-what-lives/en.mdx');
    await writeFile(file, (await readFile(file, 'utf8')).replaceAll('\n', '\r\n'));
    await newTask(silent, { ...within, lesson: 'cells/what-lives', lab: 'tcp', titleEn: 'One', titleZh: '一' });
    expect(await readFile(file, 'utf8')).not.toMatch(/[^\r]\n/);
    expect(await findings()).toEqual([]);
  });
});

describe('what cannot be', () => {
  test('a folder that is not there is not made by a slip, and a file is no folder', async () => {
    const nowhere = join(dir, 'contnet');
    const make = { languages: 'en', titleEn: 'Cells' };
    await expect(newPath(silent, { ...make, in: nowhere })).rejects.toThrow('there is no such folder');
    expect(await readdir(dir)).toEqual([]);
    await expect(lesson({ in: nowhere })).rejects.toThrow(`mkdir -p ${nowhere}`);
    await writeFile(join(dir, 'a'), '');
    await expect(newPath(silent, { ...make, in: join(dir, 'a') })).rejects.toThrow('it is a file');
  });

  test('a title in a language that the path does not have is not lost in silence', async () => {
    const both = { ...within, titleEn: 'Cells', titleZh: '细胞' };
    await expect(newPath(silent, { ...both, languages: 'en' })).rejects.toThrow('--title-zh has no place');
    await newPath(silent, { ...within, languages: 'en', titleEn: 'Cells' });
    await expect(newLesson(silent, { ...both, path: 'cells' })).rejects.toThrow('written in English alone');
    expect(await readdir(join(dir, 'cells'))).toEqual(['path.yaml']);
  });

  test('a kind, a lab and an objective with a slip in them are told with what was meant', async () => {
    await path();
    await lesson();
    const here = { ...within, lesson: 'cells/what-lives' };
    await expect(newQuiz(silent, { ...here, kind: 'numerc' })).rejects.toThrow(/did you mean "numeric"\?$/);
    await expect(newTask(silent, { ...here, lab: 'proces' })).rejects.toThrow(/did you mean "process"\?$/);
    await expect(newTask(silent, { ...here, lab: 'git' })).rejects.toThrow(
      'there are tcp, tls, certificate, http, journey, dns, process.',
    );
    await expect(newQuiz(silent, { ...here, kind: 'numeric', objective: 'x' })).rejects.toThrow('there is what-lives.');
    await expect(newQuiz(silent, { ...here, kind: 'numeric', id: 'How Hot' })).rejects.toThrow(
      'an id has small letters',
    );
  });
});

describe('without a terminal', () => {
  test('nothing is asked: the missing flag is named', async () => {
    await expect(newPath(silent, { ...within, titleEn: 'Cells' })).rejects.toThrow(
      '--title-zh is missing (title in Chinese)',
    );
    await path();
    await expect(newLesson(silent, { ...within, path: 'cells', titleEn: 'A' })).rejects.toThrow(
      '--title-zh is missing',
    );
    await lesson();
    await expect(newQuiz(silent, { ...within, lesson: 'cells/what-lives' })).rejects.toThrow('--kind is missing');
    await expect(newQuiz(silent, { ...within, lesson: 'cells/what-lives', kind: 'numeric' })).rejects.toThrow(
      '--id is missing',
    );
  });
});

describe('at a terminal', () => {
  test('a person is asked what is missing, and again when it cannot be so', async () => {
    const author = person('en,zh', 'Cells and life', '细胞与生命', 'Cells!', 'cells');
    await newPath(author.interview, within);
    expect(author.shown()).toContain('Title in Chinese: ');
    expect(author.shown()).toContain('Address (its folder’s name, for ever) (cells-and-life): ');
    expect(author.shown()).toContain('small letters, digits and single hyphens: cells');
    expect(await findings()).toEqual([]);
  });

  test('Enter takes what is usual', async () => {
    await path();
    const author = person('', 'What lives', '什么是活的', '');
    await newLesson(author.interview, within);
    expect(await readdir(join(dir, 'cells'))).toContain('01-what-lives');
  });

  test('whoever stops half-way has written nothing', async () => {
    const author = person('en,zh', 'Cells');
    await expect(newPath(author.interview, within)).rejects.toThrow('nothing was written');
    expect(await readdir(dir)).toEqual([]);
  });
});
