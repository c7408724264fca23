import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { quizSchema } from '@/lib/quiz/question';
import { readMdx } from '../author-mdx';
import { questionStarters } from '../question-starters';
import { sourceText } from '../source-text';
import { editorFiles } from './editor-files';
import { editorSchema, schemaFiles, wordsFor } from './editor-schemas';
import { schemaWords } from './schema-words';
import { snippets } from './snippets';

const node = z.record(z.string(), z.unknown());

/** Every way to a key in a schema: `questions.options.id`. */
function waysIn(schema: unknown, way: readonly string[] = []): string[][] {
  if (Array.isArray(schema)) return schema.flatMap((each: unknown) => waysIn(each, way));
  const read = node.safeParse(schema);
  if (!read.success) return [];
  const { properties, additionalProperties, items, oneOf, anyOf, allOf } = read.data;
  return [
    ...Object.entries(node.catch({}).parse(properties)).flatMap(([name, each]) => [
      [...way, name],
      ...waysIn(each, [...way, name]),
    ]),
    ...waysIn(additionalProperties, [...way, '*']),
    ...[items, oneOf, anyOf, allOf].flatMap((each) => waysIn(each, way)),
  ];
}

function validator(file: string): ValidateFunction {
  return new Ajv({ strict: false, allErrors: true }).compile(editorSchema(file));
}

/** `content/…/open.run.yaml` → `run.yaml` */
function schemaFor(file: string): string | undefined {
  return schemaFiles.find((name) => basename(file) === name || file.endsWith(`.${name}`));
}

/** What an author gets who takes every place of a snippet as it is. */
function expanded(body: readonly string[]): string {
  return body
    .join('\n')
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/\\([$}\\])/g, '$1');
}

describe('the schemas of the editor', () => {
  test.each(Object.entries(editorFiles()))('.vscode/%s is as the product reads it now', (name, text) => {
    expect(readFileSync(join('.vscode', name), 'utf8'), '`handrail check --fix` writes it').toBe(text);
  });

  test('say something about every key, and no entry is idle', () => {
    const used = new Set<string>();
    for (const file of schemaFiles)
      for (const way of waysIn(editorSchema(file))) {
        const words = wordsFor(file, way);
        expect(words, `${file}: ${way.join('.')}`).toBeDefined();
        used.add(words?.entry ?? '');
      }
    expect(Object.keys(schemaWords).filter((entry) => !used.has(entry))).toEqual([]);
  });

  test('take all real content', () => {
    const validators = new Map(schemaFiles.map((file) => [file, validator(file)]));
    const seen = new Set<string>();
    for (const name of readdirSync('content', { recursive: true, encoding: 'utf8' })) {
      const schema = schemaFor(name);
      const validate = schema && validators.get(schema);
      if (!validate) continue;
      seen.add(schema);
      validate(parse(readFileSync(join('content', name), 'utf8')));
      expect(validate.errors ?? [], name).toEqual([]);
    }
    expect([...seen].sort()).toEqual(expect.arrayContaining(['lesson.yaml', 'quiz.yaml', 'run.yaml', 'task.yaml']));
  });

  test.each(Object.entries(questionStarters))(
    'take a question of kind %s and refuse a key it does not have',
    (kind, starter) => {
      const validate = validator('quiz.yaml');
      const question = { id: 'first', kind, objective: 'open', ...starter };
      expect(validate({ questions: [question] }), JSON.stringify(validate.errors)).toBe(true);
      expect(validate({ questions: [{ ...question, propmt: 'x' }] })).toBe(false);
    },
  );
});

describe('the editor’s settings', () => {
  const settings = z
    .object({ 'yaml.schemas': z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync('.vscode/settings.json', 'utf8')));

  test('give every file its schema', () => {
    const mapped = Object.entries(settings['yaml.schemas']).map(([schema, glob]) => [basename(schema), glob]);
    const wanted = schemaFiles.map((file) => [
      file.replace('.yaml', '.json'),
      ['task.yaml', 'solution.yaml', 'run.yaml', 'process.yaml'].includes(file) ? `**/*.${file}` : `**/${file}`,
    ]);
    expect(mapped).toEqual(wanted);
  });
});

describe('the snippets', () => {
  const all = Object.entries(snippets());

  test.each(all.filter(([name]) => name.startsWith('question')))(
    '%s is a sound question as it stands',
    (_, { body }) => {
      const questions = parse(expanded(body));
      expect(quizSchema.safeParse({ questions }).error?.issues).toBeUndefined();
    },
  );

  test.each(all.filter(([name]) => /^(task|solution|run|process)/.test(name)))('%s fits its file', (name, { body }) => {
    const validate = validator(`${name.replace(/:.*/, '')}.yaml`);
    expect(validate(parse(expanded(body))), JSON.stringify(validate.errors)).toBe(true);
  });

  test.each(all.filter(([name]) => name.startsWith('component')))('%s can stand in a lesson', (_, { body }) => {
    const { errors } = readMdx(sourceText('en.mdx', `${expanded(body)}\n`));
    expect(errors.filter(({ rule }) => rule !== 'stands')).toEqual([]);
  });
});
