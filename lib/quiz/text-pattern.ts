/**
 * A pattern for texts that are right in many forms. `*` is something, one character or more; `( | )` is one or the other, `[ ]` may be
 * left out, and `\` takes the next mark as it is: `git commit [-a] (-m|--message) *`.
 *
 * It is matched by walking all ways at once (Thompson's construction), so the time is the length of the text times that of
 * the pattern, whatever either contains: an author's regular expression in the language's own engine could take for ever.
 */
type Step =
  | { kind: 'one'; char: string; to: number }
  | { kind: 'any'; to: number }
  /** A space that stands beside one already matched is no second space: what was left out between them took one away. */
  | { kind: 'space'; to: number }
  | { kind: 'both'; to: readonly number[] }
  | { kind: 'end' };

export type Pattern = { steps: readonly Step[]; start: number };

export const longestPattern = 120;

/** What is wrong with a pattern, in words for its author. */
export class NotAPattern extends Error {}

export function readPattern(source: string): Pattern {
  const chars = [...source];
  const steps: Step[] = [{ kind: 'end' }];
  const add = (step: Step) => steps.push(step) - 1;
  let at = chars.length - 1;

  /** Reads from the end, so that each step knows where it leads. Stops before the mark that opened this part. */
  function sequence(to: number, opener: '(' | '[' | undefined): number {
    let next = to;
    const branches: number[] = [];
    for (; at >= 0; at--) {
      const char = chars[at] ?? '';
      if (isEscaped(at)) {
        next = add({ kind: 'one', char, to: next });
        at--;
      } else if (char === ')' || char === ']') {
        at--;
        const inner = sequence(next, char === ')' ? '(' : '[');
        next = char === ']' ? add({ kind: 'both', to: [inner, next] }) : inner;
      } else if (char === '(' || char === '[') {
        if (char !== opener) throw new NotAPattern(`"${char}" is not closed`);
        branches.push(next);
        return branches.length === 1 ? next : add({ kind: 'both', to: branches });
      } else if (char === '|') {
        if (!opener) throw new NotAPattern('"|" stands in brackets: (one|other), [one|other]');
        branches.push(next);
        next = to;
      } else if (char === '*') {
        const again = add({ kind: 'both', to: [] });
        const any = add({ kind: 'any', to: again });
        steps[again] = { kind: 'both', to: [any, next] };
        next = any;
      } else next = add(char === ' ' ? { kind: 'space', to: next } : { kind: 'one', char, to: next });
    }
    if (opener) throw new NotAPattern(`"${opener === '(' ? ')' : ']'}" was never opened`);
    return next;
  }

  /** A mark is meant as it is when an odd number of backslashes stands before it. */
  function isEscaped(place: number): boolean {
    let backslashes = 0;
    while (chars[place - 1 - backslashes] === '\\') backslashes++;
    return backslashes % 2 === 1;
  }

  const start = sequence(0, undefined);
  return { steps, start };
}

/** True when the whole text is one the pattern describes. */
export function matches({ steps, start }: Pattern, text: string): boolean {
  let before = ' ';
  let ways = reach(steps, [start], before);
  for (const char of text) {
    const next: number[] = [];
    for (const way of ways) {
      const step = steps[way];
      if (step?.kind === 'any') next.push(step.to);
      else if (step?.kind === 'one' && step.char === char) next.push(step.to);
      else if (step?.kind === 'space' && char === ' ') next.push(step.to);
    }
    if (next.length === 0) return false;
    before = char;
    ways = reach(steps, next, before);
  }
  return [...ways].some((way) => isAtEnd(steps, way));
}

/** Every step that can be stood on without reading a character. */
function reach(steps: readonly Step[], from: readonly number[], before: string): Set<number> {
  const reached = new Set<number>();
  const waiting = [...from];
  for (let way = waiting.pop(); way !== undefined; way = waiting.pop()) {
    if (reached.has(way)) continue;
    reached.add(way);
    const step = steps[way];
    if (step?.kind === 'both') waiting.push(...step.to);
    if (step?.kind === 'space' && before === ' ') waiting.push(step.to);
  }
  return reached;
}

/** Spaces at the end of a pattern ask for nothing more. */
function isAtEnd(steps: readonly Step[], way: number): boolean {
  const seen = new Set<number>();
  const waiting = [way];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const step = steps[at];
    if (step?.kind === 'end') return true;
    if (seen.has(at)) continue;
    seen.add(at);
    if (step?.kind === 'both') waiting.push(...step.to);
    if (step?.kind === 'space') waiting.push(step.to);
  }
  return false;
}
