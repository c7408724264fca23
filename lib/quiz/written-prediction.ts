import { z } from 'zod';
import { allAsks, asks, isPredictable, majorOf, predict } from '@/lib/labs/predict';
import { mistakesSchema, type Prediction, predictionSchema } from './kinds/prediction';
import { placingRules } from './placing';
import { idSchema, questionBase } from './question-base';
import type { Around, Fault, Resolved } from './written-question';

export const writtenPredictionSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('prediction'),
  credit: z.enum(placingRules).optional(),
  /** A run of the lesson: `open` is open.run.yaml. */
  run: idSchema,
  /** How many of its actions have been done when the question is asked. */
  after: z.int().min(0),
  ask: z.enum(allAsks),
  /** What is asked of it: `[flags, seq, ack]`. */
  fields: z.array(z.string()).min(1).max(12),
  mistakes: mistakesSchema,
});

type Written = z.infer<typeof writtenPredictionSchema>;

/** Lets the lab's engine say what comes next: that is the key. */
export function resolvePrediction(written: Written, around: Around): Resolved<Prediction> {
  const { run: name, after, ask, fields, mistakes, ...base } = written;
  const run = around.runs.find(({ id }) => id === name);
  if (!run)
    return oneFault(['run'], `the lesson has no run "${name}"`, `one of ${around.runs.map(({ id }) => id).join(', ')}`);
  if (!isPredictable(run))
    return oneFault(
      ['run'],
      `a ${run.lab} run cannot be asked what comes next`,
      `a run of one of the labs ${Object.keys(asks).join(', ')}`,
    );
  const known: readonly string[] = asks[run.lab];
  if (!known.includes(ask))
    return oneFault(['ask'], `the ${run.lab} lab cannot be asked for "${ask}"`, `one of ${known.join(', ')}`);
  if (after > run.actions.length)
    return oneFault(['after'], `the run "${name}" has ${run.actions.length} actions`, `0 to ${run.actions.length}`);
  const { lab, setup, seed, given, actions } = run;
  const computed = predict({ ...run, after }, ask);
  if (!computed) return oneFault(['after'], `after ${after} actions of "${name}" nothing more comes`);
  const names = computed.fields.map((field) => field.name);
  const faults: Fault[] = [];
  const asked = fields.flatMap((field, at) => {
    const found = computed.fields.find((one) => one.name === field);
    if (!found || fields.indexOf(field) !== at)
      faults.push({
        path: ['fields', at],
        message: found ? `"${field}" is asked for twice` : `there is no field "${field}" in this answer`,
        expected: `one of ${names.join(', ')}`,
        found: field,
      });
    return found ?? [];
  });
  mistakes.forEach(({ field, wrong }, at) => {
    const codes = Object.keys(asked.find(({ name }) => name === field)?.wrong ?? {});
    if (!fields.includes(field))
      faults.push({ path: ['mistakes', at, 'field'], message: `"${field}" is not asked for`, found: field });
    else if (wrong !== undefined && !codes.includes(wrong))
      faults.push({
        path: ['mistakes', at, 'wrong'],
        message: `the lab knows no mistake "${wrong}" for ${field} here`,
        expected: codes.length > 0 ? `one of ${codes.join(', ')}` : 'no "wrong": any other value',
        found: wrong,
      });
  });
  if (faults.length > 0) return { faults };
  const kept = { lab, major: majorOf(lab), setup, seed, given, actions, after };
  return {
    question: predictionSchema.parse({ ...base, run: kept, ask, from: computed.from, fields: asked, mistakes }),
  };
}

function oneFault(path: Fault['path'], message: string, expected?: string): { faults: Fault[] } {
  return { faults: [{ path, message, ...(expected === undefined ? {} : { expected }) }] };
}
