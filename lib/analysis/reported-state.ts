import { z } from 'zod';
import { labs } from '@/lib/labs/labs';
import { type Run, runSchema } from '@/lib/labs/run';
import type { Task } from '@/lib/labs/task';
import { type Kind, publicKinds } from '@/lib/quiz/public-kinds';
import type { Question, QuestionOf } from '@/lib/quiz/question';
import { readResponse } from '@/lib/quiz/read-response';

/** What a learner had on the screen when they reported. It is whatever they sent, read by the question or task it was about. */
export type ReportedState =
  | { readonly kind: 'nothing' }
  /** A whole answer, not handed in yet. */
  | { readonly kind: 'answer'; readonly response: object }
  /** A part of one: what the form's inputs said, by their names. */
  | { readonly kind: 'inputs'; readonly inputs: readonly Input[] }
  /** What was done in the lab. */
  | {
      readonly kind: 'log';
      readonly lab: Task['lab'];
      readonly steps: number;
      /** To be played; undefined: it is no log of this lab. */
      readonly run: Run | undefined;
      /** As a lab's link carries it. */
      readonly link: object | undefined;
    };

type Input = { readonly name: string; readonly values: readonly string[] };

const inputsSchema = z.record(z.string().max(100), z.array(z.string()).max(50));
const logSchema = z.object({ actions: z.array(z.unknown()).max(5_000) });

export function questionState(question: Question, state: unknown): ReportedState {
  const read = inputsSchema.safeParse(state);
  if (!read.success) return { kind: 'nothing' };
  const inputs = Object.entries(read.data)
    .map(([name, values]) => ({ name, values: values.filter((value) => value.trim() !== '') }))
    .filter(({ values }) => values.length > 0);
  if (inputs.length === 0) return { kind: 'nothing' };
  const form = new FormData();
  for (const { name, values } of inputs) for (const value of values) form.append(name, value);
  const response = readForm(question, form);
  return response ? { kind: 'answer', response } : { kind: 'inputs', inputs };
}

function readForm<K extends Kind>(question: QuestionOf<K>, form: FormData): object | undefined {
  const reading = readResponse(question, publicKinds[question.kind].fromForm(form));
  return reading.kind === 'complete' ? reading.response : undefined;
}

export function taskState(task: Task, state: unknown): ReportedState {
  const read = logSchema.safeParse(state);
  if (!read.success) return { kind: 'nothing' };
  const { lab, setup, seed, given } = task;
  const { actions } = read.data;
  const run = runSchema.safeParse({ id: 'report', lab, title: {}, setup, seed, given, actions }).data;
  const link = run && { lab, major: labs[lab].major, setup, seed, given, actions: run.actions, at: actions.length };
  return { kind: 'log', lab, steps: actions.length, run, link };
}
