import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { formatAuthorError } from '@/lib/curriculum/author-error';
import { compileLesson } from '@/lib/curriculum/compile-lesson';
import { glossarySchema, lessonSchema, pathSchema, siteSchema } from '@/lib/curriculum/content-schemas';
import { lessonComponents } from '@/lib/curriculum/lesson-components-schema';
import { readContent } from '@/lib/curriculum/read-content';
import { everyKind } from '@/lib/quiz/test-every-kind';
import { register } from '../new';
import { checkContent } from './content';
import { fixContent } from './fix';
import { handbooks, withParts } from './handbook';
import { ShownInHandbook } from './test-handbook';

/** What the check says of a folder: nothing, of what the handbook shows. */
async function findings(dir: string): Promise<string[]> {
  const { errors } = await checkContent([], [dir]);
  return errors.map(formatAuthorError);
}

describe.each(Object.entries(handbooks))('content/%s', (name, language) => {
  const file = join('content', name);
  const shown = new ShownInHandbook(file, language);

  test('is as `handrail check --fix` writes it', async () => {
    const text = await readFile(file, 'utf8');
    expect(withParts(text, language)).toBe(text);
  });

  test('shows every component, with every property it has', () => {
    const examples = shown.blocks('mdx', 'example').join('\n');
    for (const [component, { props }] of Object.entries(lessonComponents)) {
      const tags = [...examples.matchAll(new RegExp(`<${component}(?=[ />])(?:"[^"]*"|[^">])*>`, 'g'))].map(
        ([tag]) => tag,
      );
      expect(tags, component).not.toEqual([]);
      const text = tags.join('\n');
      for (const prop of Object.keys(props.shape)) expect(text, component).toContain(` ${prop}="`);
    }
  });

  test('shows a whole question of every kind, and every kind by itself', () => {
    const kinds = shown.questions().map(({ id, kind }) => `${id} ${kind}`);
    for (const kind of everyKind) expect(kinds).toContain(`a-${kind} ${kind}`);
  });

  test('shows each file with every key that it may have', () => {
    const schemas = {
      'site.yaml': siteSchema,
      'path.yaml': pathSchema,
      'lesson.yaml': lessonSchema,
      'glossary.yaml': glossarySchema,
    };
    for (const [example, schema] of Object.entries(schemas)) {
      const value: unknown = parse(shown.files().get(example) ?? '');
      expect(() => schema.parse(value), example).not.toThrow();
      expect(Object.keys(Object(value)).sort(), example).toEqual(Object.keys(schema.shape).sort());
    }
    const [standard = ''] = shown.blocks('yaml', 'example=standard');
    expect(Object.keys(parse(standard).standard)).toEqual(Object.keys(pathSchema.shape.standard.unwrap().shape));
  });

  test('shows only words, questions, runs, tasks and processes that the check passes and the compiler reads', async () => {
    await shown.laidOut(async (dir) => {
      expect(await findings(dir)).toEqual([]);
      const { curriculum } = await readContent([dir], { drafts: true });
      const text = curriculum.paths[0]?.lessons[0]?.texts[language];
      if (!text) throw new Error('the lesson has no words');
      const { code } = await compileLesson(text);
      for (const component of Object.keys(lessonComponents)) expect(code).toContain(component);
    });
  });

  describe('ten minutes to a first chapter', () => {
    let dir: string;
    let lesson: string;
    beforeEach(async () => {
      dir = await mkdtemp(join(tmpdir(), 'handrail-first-'));
      lesson = join(dir, 'water/01-when-water-boils');
      process.env.CONTENT_DIRS = dir;
      for (const line of commandsIn(shown)) await run(line, dir);
    });
    afterEach(async () => {
      delete process.env.CONTENT_DIRS;
      await rm(dir, { recursive: true, force: true });
    });

    test('the commands make what the handbook says, and it is sound already', async () => {
      expect(await findings(dir)).toEqual([]);
      const text = await readFile(file, 'utf8');
      expect(text).toContain('`content/water/01-when-water-boils/`');
      for (const made of ['boil-it.task.yaml', 'kettle.process.yaml', 'boil-it.solution.yaml']) {
        expect(text).toContain(`\`${made}\``);
        await readFile(join(lesson, made));
      }
    });

    test('what is written over it is sound, as a draft and when it is published', async () => {
      for (const [place, words] of filesIn(shown)) {
        await mkdir(dirname(join(lesson, place)), { recursive: true });
        await writeFile(join(lesson, place), words);
      }
      expect(await findings(dir)).toEqual([]);
      const yaml = await readFile(join(lesson, 'lesson.yaml'), 'utf8');
      await writeFile(join(lesson, 'lesson.yaml'), yaml.replace('draft: true\n', ''));
      await fixContent([], [dir]);
      expect(await findings(dir)).toEqual([]);
      expect(JSON.parse(await readFile(join(dir, '.ids.json'), 'utf8'))).toEqual({
        lessons: ['water/when-water-boils'],
        items: ['water/when-water-boils/boil-it', 'water/when-water-boils/how-much-hotter'],
      });
    });
  });
});

/** `npm run handrail -- new path --title-en "Water"` → the words after the two dashes. */
function commandsIn(shown: ShownInHandbook): string[][] {
  const lines = shown.blocks('sh', 'first-chapter').flatMap((block) => block.trim().split('\n'));
  expect(lines.length).toBeGreaterThan(3);
  return lines.map((line) => {
    const [, typed = ''] = /^npm run handrail -- (.*)$/.exec(line) ?? [];
    return [...typed.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  });
}

/** Runs the command as the terminal does, in a content folder of its own. */
async function run(words: readonly string[], dir: string): Promise<void> {
  const program = new Command().exitOverride();
  const told: string[] = [];
  register(program, (line) => told.push(line));
  await program.parseAsync([...words, '--in', dir], { from: 'user' });
  expect(told.join('\n'), words.join(' ')).toMatch(/^(wrote|changed) .*\n\nNext:\n/s);
}

/** The blocks that say `file=…`. */
function filesIn(shown: ShownInHandbook): (readonly [string, string])[] {
  const files = shown.fences.flatMap(({ info, text }) =>
    info.startsWith('file=') ? [[info.slice(5), text] as const] : [],
  );
  expect(files.length).toBeGreaterThan(3);
  return files;
}
