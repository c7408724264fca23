import type { SampleFault } from './sample';

const token =
  /(?<space>\s+)|(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<text>"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(?<value>(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-]))|(?<sign>[{}[\],:])/uy;

/** What may come next: the state of a reader that has come so far. */
type Expects = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma or end' | 'nothing';

const words: Readonly<Record<Expects, string>> = {
  value: 'a value is expected; after the last entry stands no comma',
  'value or ]': 'a value or ] is expected',
  key: 'a key in double quotes is expected; after the last entry stands no comma',
  'key or }': 'a key in double quotes or } is expected',
  colon: 'a colon is expected',
  'comma or end': 'a comma, or the end of the list, is expected',
  nothing: 'JSON is one value, and something follows it',
};

/** The first thing that is no JSON (RFC 8259); `jsonc` may have comments and a last comma. */
export function jsonFaults(code: string, hasComments: boolean): SampleFault[] {
  const open: ('{' | '[')[] = [];
  let expects: Expects = 'value';
  const after = (): Expects => (open.length === 0 ? 'nothing' : 'comma or end');
  let at = 0;
  while (at < code.length) {
    token.lastIndex = at;
    const { space, comment, text, value, sign } = token.exec(code)?.groups ?? {};
    const read: string | undefined = space ?? comment ?? text ?? value ?? sign;
    if (read === undefined) return [{ message: strangeWords(code.slice(at)), offset: at }];
    if (comment !== undefined && !hasComments)
      return [{ message: 'JSON has no comments; with them it is jsonc', offset: at }];
    if (space === undefined && comment === undefined) {
      const next = stepped(expects, { text, value, sign }, open, hasComments);
      if (next === undefined) return [{ message: words[expects], offset: at }];
      expects = next === 'value read' ? after() : next;
    }
    at += read.length;
  }
  if (expects === 'nothing') return [];
  const closing = open.at(-1) === '{' ? '}' : ']';
  return [
    { message: open.length > 0 ? `a closing ${closing} is missing` : words[expects], offset: code.trimEnd().length },
  ];
}

type Read = {
  readonly text?: string | undefined;
  readonly value?: string | undefined;
  readonly sign?: string | undefined;
};

function stepped(
  expects: Expects,
  { text, value, sign }: Read,
  open: ('{' | '[')[],
  isLoose: boolean,
): Expects | 'value read' | undefined {
  const takesValue = expects === 'value' || expects === 'value or ]';
  const takesKey = expects === 'key' || expects === 'key or }';
  if (takesKey && text !== undefined) return 'colon';
  if (takesValue && (text !== undefined || value !== undefined)) return 'value read';
  if (takesValue && (sign === '{' || sign === '[')) {
    open.push(sign);
    return sign === '{' ? 'key or }' : 'value or ]';
  }
  if (expects === 'colon') return sign === ':' ? 'value' : undefined;
  if (expects === 'comma or end' && sign === ',')
    return open.at(-1) === '{' ? (isLoose ? 'key or }' : 'key') : isLoose ? 'value or ]' : 'value';
  const mayClose = expects === 'comma or end' || expects === 'key or }' || expects === 'value or ]';
  if (mayClose && sign === (open.at(-1) === '{' ? '}' : ']')) {
    open.pop();
    return 'value read';
  }
  return undefined;
}

function strangeWords(rest: string): string {
  if (rest.startsWith('"')) return 'this text is never closed, or has a character that must be escaped';
  if (/^[-\d]/.test(rest)) return 'this is no JSON number';
  return 'this is no JSON value: text and keys stand in double quotes';
}

/** A value on each line. */
export function jsonLinesFaults(code: string): SampleFault[] {
  let offset = 0;
  return code
    .split('\n')
    .flatMap((line) => {
      const begin = offset;
      offset += line.length + 1;
      const faults = line.trim() === '' ? [] : jsonFaults(line, false);
      return faults.map((fault) => ({ ...fault, offset: begin + fault.offset }));
    })
    .slice(0, 1);
}
