import type { Run } from '@/lib/labs/run';
import { stateAfter, withLabOf } from '@/lib/labs/with-lab';

/** What an engine says at a place of a run, or why nothing can be said. */
export type Fact =
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'absent'; readonly upTo: string; readonly key: string; readonly known: readonly string[] }
  | { readonly kind: 'unprintable'; readonly message: string };

const bytesInGroup = 4;
/** A secret, a digest or a short message; a whole certificate is for a lab to show. */
const mostBytes = 64;

/**
 * `factOf(open, 'segments.2.ack')` is what the lab's state holds there at the end of the run,
 * or after its first `after` actions.
 */
export function factOf(run: Run, at: string, after?: string): Fact {
  const count = after === undefined ? run.actions.length : Number(after);
  if (count > run.actions.length)
    return {
      kind: 'unprintable',
      message: `the run "${run.id}" has ${run.actions.length} actions; there is nothing after ${count}`,
    };
  let here: unknown = stateOf(run, count);
  const walked: string[] = [];
  for (const key of at.split('.')) {
    walked.push(key);
    if (here === null || typeof here !== 'object' || !Object.hasOwn(here, key))
      return {
        kind: 'absent',
        upTo: walked.join('.'),
        key,
        known: here !== null && typeof here === 'object' ? Object.keys(here) : [],
      };
    here = Reflect.get(here, key);
  }
  if (here instanceof Uint8Array) {
    if (here.length <= mostBytes) return { kind: 'value', text: inGroups(here) };
    return {
      kind: 'unprintable',
      message: `"${at}" has ${here.length} bytes; a text prints ${mostBytes} at most, or one of them: ${at}.0`,
    };
  }
  if (Array.isArray(here) && here.every((part) => typeof part === 'string'))
    return { kind: 'value', text: here.join(' ') };
  if (typeof here === 'string' || typeof here === 'number' || typeof here === 'boolean')
    return { kind: 'value', text: String(here) };
  const inside = here !== null && typeof here === 'object' ? `; inside are ${Object.keys(here).join(', ')}` : '';
  return { kind: 'unprintable', message: `"${at}" is not a single value${inside}` };
}

/** Bytes in hex: up to four one by one as in a dump, more of them in groups of four, between which a line may break. */
function inGroups(bytes: Uint8Array): string {
  const pairs = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'));
  if (pairs.length <= bytesInGroup) return pairs.join(' ');
  const groups = Math.ceil(pairs.length / bytesInGroup);
  return Array.from({ length: groups }, (_, group) =>
    pairs.slice(group * bytesInGroup, (group + 1) * bytesInGroup).join(''),
  ).join(' ');
}

/** What the run that was asked last held after so many actions: a lesson's facts come one after the other, mostly of one run. */
let asked: { readonly run: Run; readonly states: Map<number, unknown> } | undefined;

function stateOf(run: Run, count: number): unknown {
  if (asked?.run !== run) asked = { run, states: new Map() };
  const { states } = asked;
  if (!states.has(count))
    states.set(
      count,
      withLabOf(run, (lab, begun) => stateAfter(lab, begun, count)),
    );
  return states.get(count);
}
