import { type Fault, fault, limits } from './expression';

export type Token = { kind: 'number' | 'text' | 'word' | 'mark' | 'end'; text: string; value: number; at: number };

const space = /\s+/uy;
const number = /0x[\da-f]+|0b[01]+|\d+(?:\.\d+)?/iuy;
const text = /"[^"\n]*"|'[^'\n]*'/uy;
const word = /[a-z]\w*/iuy;
const mark = /\*\*|==|!=|<=|>=|[-+*/%<>()[\],]/uy;

/** A formula, cut into its words and marks; the last token is its end. */
export function tokensOf(source: string): Token[] | Fault {
  if (source.length > limits.characters)
    return fault(limits.characters, `at most ${limits.characters} characters`, `${source.length}`);
  const tokens: Token[] = [];
  let at = 0;
  const next = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(source)?.[0];
  };
  while (at < source.length) {
    const blank = next(space);
    if (blank !== undefined) {
      at += blank.length;
      continue;
    }
    const token = tokenAt(at, next);
    if (!token) return fault(at, 'a number, a name, a text in quotes or an operator', foundAt(source, at));
    if (token.kind === 'number' && token.value > limits.magnitude)
      return fault(at, `a number up to ${limits.magnitude}`, token.text);
    tokens.push(token);
    at += token.text.length;
  }
  return [...tokens, { kind: 'end', text: '', value: 0, at }];
}

function tokenAt(at: number, next: (pattern: RegExp) => string | undefined): Token | undefined {
  const digits = next(number);
  if (digits !== undefined) return { kind: 'number', text: digits, value: Number(digits), at };
  for (const [kind, pattern] of [
    ['text', text],
    ['word', word],
    ['mark', mark],
  ] as const) {
    const found = next(pattern);
    if (found !== undefined) return { kind, text: found, value: 0, at };
  }
  return undefined;
}

function foundAt(source: string, at: number): string {
  const [first = ''] = source.slice(at);
  if (first === '"' || first === "'") return 'a text whose quote is not closed';
  if (first === '=') return '"=": two of them ask whether things are equal, ==';
  return `"${first}"`;
}
