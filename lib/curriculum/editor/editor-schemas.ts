import { z } from 'zod';
import { certificateActionSchema } from '@/lib/labs/certificate/action';
import { dnsActionSchema } from '@/lib/labs/dns/action';
import { httpActionSchema } from '@/lib/labs/http/action';
import { journeyActionSchema } from '@/lib/labs/journey/action';
import { processActionSchema } from '@/lib/labs/process/action';
import { processSetupSchema } from '@/lib/labs/process/setup';
import { writtenRunSchema } from '@/lib/labs/run';
import { writtenTaskSchema } from '@/lib/labs/task';
import { tcpActionSchema } from '@/lib/labs/tcp/action';
import { tlsActionSchema } from '@/lib/labs/tls/action';
import { quizSchema } from '@/lib/quiz/question';
import { glossarySchema, lessonSchema, pathSchema, siteSchema } from '../content-schemas';
import { schemaWords } from './schema-words';

/** A JSON Schema as plain data. */
export type JsonSchema = { [key: string]: unknown };

const solutionSchema = z.strictObject({
  actions: z
    .array(
      z.union([
        tcpActionSchema,
        tlsActionSchema,
        certificateActionSchema,
        dnsActionSchema,
        httpActionSchema,
        journeyActionSchema,
        processActionSchema,
      ]),
    )
    .min(1),
});

/** The files that an editor completes and checks: the end of the name, and the schema the product reads it with. */
const files: Readonly<Record<string, z.core.$ZodType>> = {
  'site.yaml': siteSchema,
  'glossary.yaml': glossarySchema,
  'path.yaml': pathSchema,
  'lesson.yaml': lessonSchema,
  'quiz.yaml': quizSchema,
  'task.yaml': writtenTaskSchema,
  'solution.yaml': solutionSchema,
  'run.yaml': writtenRunSchema,
  'process.yaml': processSetupSchema,
};

export const schemaFiles = Object.keys(files);

/** `quiz.yaml` → the JSON Schema by which an editor completes, explains and checks it; draft 7, which every editor knows. */
export function editorSchema(file: string): JsonSchema {
  const schema = files[file];
  if (!schema) throw new Error(`no schema for ${file}`);
  const made: JsonSchema = { ...z.toJSONSchema(schema, { io: 'input', target: 'draft-7', unrepresentable: 'any' }) };
  // A task's and a run's id is its file's name.
  const shown = file === 'task.yaml' || file === 'run.yaml' ? withoutId(made) : made;
  return { ...withWords(shown, file, []), title: file };
}

/** What an editor says about the key at `way`, and the entry that says it. */
export function wordsFor(file: string, way: readonly string[]): { entry: string; words: string } | undefined {
  const whole = way.join('.');
  const candidates = [`${file}:${whole}`, whole, way.slice(-2).join('.'), way.at(-1) ?? ''];
  const entry = candidates.find((each) => Object.hasOwn(schemaWords, each));
  const words = entry === undefined ? undefined : schemaWords[entry];
  return entry === undefined || words === undefined ? undefined : { entry, words };
}

function withWords(schema: JsonSchema, file: string, way: readonly string[]): JsonSchema {
  const words = wordsFor(file, way)?.words;
  const inside = Object.entries(schema).map(([key, value]): [string, unknown] => {
    if (key === 'properties' && isRecord(value))
      return [
        key,
        Object.fromEntries(Object.entries(value).map(([name, each]) => [name, worded(each, file, [...way, name])])),
      ];
    if (key === 'additionalProperties') return [key, worded(value, file, [...way, '*'])];
    if (['items', 'oneOf', 'anyOf', 'allOf'].includes(key)) return [key, worded(value, file, way, false)];
    return [key, value];
  });
  return { ...(words === undefined ? {} : { description: words }), ...Object.fromEntries(inside) };
}

/** A list's and a union's members are told about where the list stands, not once more each. */
function worded(value: unknown, file: string, way: readonly string[], says = true): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => worded(each, file, way, says));
  if (!isRecord(value)) return value;
  const made = withWords(value, file, way);
  if (says) return made;
  const { description: _, ...rest } = made;
  return rest;
}

function withoutId(schema: JsonSchema): JsonSchema {
  const next = { ...schema };
  for (const key of ['oneOf', 'anyOf'])
    if (Array.isArray(next[key]))
      next[key] = next[key].map((each: unknown) => (isRecord(each) ? withoutId(each) : each));
  if (isRecord(next.properties)) {
    const { id: _, ...properties } = next.properties;
    next.properties = properties;
  }
  if (Array.isArray(next.required)) next.required = next.required.filter((name) => name !== 'id');
  return next;
}

function isRecord(value: unknown): value is JsonSchema {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
