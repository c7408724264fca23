import type { Run } from '@/lib/labs/run';
import type { Fault } from '@/lib/quiz/written-question';
import { didYouMean } from './did-you-mean';
import { factOf } from './fact';

/** `{{open:segments.2.ack}}`, or `{{open@2:segments.1.ack}}` for what is there after two actions. A blank of a template has no colon. */
const mark = /\{\{\s*([a-z0-9-]+)(?:@(\d{1,3}))?\s*:\s*([^{}]*?)\s*\}\}/g;

type Told<T> = { readonly value: T; readonly faults: readonly Fault[] };

/** A question or a task with what its lab computes put into its texts, wherever a text stands. What is wrong is told at that text. */
export function withFacts<T>(written: T, runs: readonly Run[]): Told<T>;
export function withFacts(written: unknown, runs: readonly Run[]): Told<unknown> {
  const faults: Fault[] = [];
  return { value: told(written, [], runs, faults), faults };
}

function told(part: unknown, path: readonly (string | number)[], runs: readonly Run[], faults: Fault[]): unknown {
  if (typeof part === 'string') return part.includes('{{') ? inText(part, path, runs, faults) : part;
  if (Array.isArray(part)) return part.map((one: unknown, at) => told(one, [...path, at], runs, faults));
  if (part === null || typeof part !== 'object') return part;
  return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, told(one, [...path, key], runs, faults)]));
}

function inText(text: string, path: readonly (string | number)[], runs: readonly Run[], faults: Fault[]): string {
  return text.replace(mark, (whole, name: string, after: string | undefined, at: string, offset: number) => {
    const run = runs.find(({ id }) => id === name);
    const ids = runs.map(({ id }) => id);
    if (!run) {
      const meant = didYouMean(name, ids);
      faults.push({
        path,
        message: `the lesson has no run "${name}"${meant ? `; did you mean "${meant}"?` : ''}`,
        ...(ids.length > 0 ? { expected: `one of ${ids.join(', ')}` } : {}),
        found: whole,
      });
      return whole;
    }
    const fact = factOf(run, at, after);
    if (fact.kind === 'value') return isCode(text, offset) ? fact.text : asWords(fact.text);
    const meant = fact.kind === 'absent' ? didYouMean(fact.key, fact.known) : undefined;
    faults.push({
      path,
      message:
        fact.kind === 'absent'
          ? `the run "${name}" has nothing at "${fact.upTo}"${meant ? `; did you mean "${meant}"?` : ''}`
          : fact.message,
      ...(fact.kind === 'absent' ? { expected: `one of ${fact.known.join(', ')}` } : {}),
      found: whole,
    });
    return whole;
  });
}

/** Whether a place of a Markdown text lies between backticks, where nothing is a sign. */
function isCode(text: string, offset: number): boolean {
  return [...text.matchAll(/(`+)[\s\S]*?\1/g)].some(
    ({ 0: code, index }) => index < offset && offset < index + code.length,
  );
}

/** What a lab says is words, whatever signs are in it. */
function asWords(value: string): string {
  return value.replace(/[\\`*_[\]<>#|~$&]|^[-+](?=\s)/g, '\\$&');
}
