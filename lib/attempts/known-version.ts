import type { Item } from '@/lib/curriculum/lesson';
import { type Task, taskSchema, toPublicTask } from '@/lib/labs/task';
import { toPublicQuestion } from '@/lib/quiz/public-question';
import { type Question, questionSchema } from '@/lib/quiz/question';
import { versionOf } from '@/lib/quiz/question-version';

/** A question or a task with its key, as it is kept for grading. */
export type SecretForm = { kind: 'question'; question: Question } | { kind: 'task'; task: Task };

/** An item as it was asked under one version, with one revision of its key. */
export type KnownVersion = {
  item: string;
  version: string;
  keyRevision: number;
  form: SecretForm;
  /** What stands in the holes that are shown, once a learner's numbers are in the key. */
  holes?: Record<string, string>;
};

export function publicFormOf(form: SecretForm): object {
  return form.kind === 'question' ? toPublicQuestion(form.question) : toPublicTask(form.task);
}

/** What an answer to this item must name as the version it saw. */
export function itemVersion(item: Item): string {
  return versionOf(publicFormOf(item));
}

export function secretFormOf(item: Item): SecretForm {
  return item.kind === 'question' ? { kind: 'question', question: item.question } : { kind: 'task', task: item.task };
}

/** A form as it lies in the database. Old shapes are read here for ever. */
export function readSecretForm(stored: unknown): SecretForm {
  if (stored !== null && typeof stored === 'object') {
    if ('question' in stored) return { kind: 'question', question: questionSchema.parse(stored.question) };
    if ('task' in stored) return { kind: 'task', task: taskSchema.parse(stored.task) };
  }
  throw new Error(`question_version holds neither a question nor a task: ${JSON.stringify(stored).slice(0, 200)}`);
}
