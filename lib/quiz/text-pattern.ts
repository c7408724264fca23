/**
 * A pattern for texts that are right in many forms. `*` is something, one character or more; `( | )` is one or the other, `[ ]` may be
 * left out, and `\` takes the next mark as it is: `git commit [-a] (-m|--message) *`.
 *
 * It is matched by walking all ways at once (Thompson's construction), so the time is at most the length of the text times
 * that of the pattern, whatever either contains: an author's regular expression in the language's own engine could take for ever.
 */
type Step =
  | { kind: 'one'; char: string; to: number }
  | { kind: 'any'; to: number }
  /** A space that stands beside one already matched is no second space: what was left out between them took one away. */
  | { kind: 'space'; to: number }
  | { kind: 'both'; to: readonly number[] }
  | { kind: 'end' };

/** All ways that are open at one place of a text, whether the pattern may end there, and where each character leads. */
type Place = { ways: readonly number[]; isEnd: boolean; next: Map<string, Place> };

export type Pattern = {
  steps: readonly Step[];
  start: Place;
  /** The characters it names; all others are alike to it. */
  named: ReadonlySet<string>;
  /** Places that were met before: a text that goes on in the same way costs a look-up a character. */
  met: Map<string, Place>;
};

export const longestPattern = 100;
const mostMet = 1_000;

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

  const first = sequence(0, undefined);
  const named = new Set([' ', ...steps.flatMap((step) => (step.kind === 'one' ? [step.char] : []))]);
  return { steps, named, met: new Map(), start: placeFrom(steps, [first], ' ') };
}

/** True when the whole text is one the pattern describes. */
export function matches(pattern: Pattern, text: string): boolean {
  let place = pattern.start;
  for (const char of text) {
    if (place.ways.length === 0) return false;
    place = after(pattern, place, pattern.named.has(char) ? char : '');
  }
  return place.isEnd;
}

/** Where a character leads; '' is any that the pattern does not name. */
function after(pattern: Pattern, place: Place, char: string): Place {
  const known = place.next.get(char);
  if (known) return known;
  const ways = place.ways.flatMap((way) => {
    const step = pattern.steps[way];
    if (step?.kind === 'any') return [step.to];
    if (step?.kind === 'one') return step.char === char ? [step.to] : [];
    return step?.kind === 'space' && char === ' ' ? [step.to] : [];
  });
  const made = placeFrom(pattern.steps, ways, char);
  // The same ways are the same place, also when a space led here: that has been reckoned with.
  const name = made.ways.join();
  const next = pattern.met.get(name) ?? made;
  if (pattern.met.size < mostMet) {
    pattern.met.set(name, next);
    place.next.set(char, next);
  }
  return next;
}

function placeFrom(steps: readonly Step[], from: readonly number[], before: string): Place {
  const ways = [...reach(steps, from, before)].sort((one, other) => one - other);
  return { ways, isEnd: ways.some((way) => isAtEnd(steps, way)), next: new Map() };
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
