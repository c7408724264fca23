/** A tag as somebody wrote it, also where MDX would not read it. */
export type WrittenTag = {
  readonly kind: 'open' | 'close' | 'alone';
  readonly name: string;
  readonly from: number;
  /** After its `>`. */
  readonly to: number;
  readonly attributes: readonly WrittenAttribute[];
};

export type WrittenAttribute = {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly quotes: 'straight' | 'typographic' | 'none' | 'braces' | 'absent';
  /** What stands between the quotes. */
  readonly value: string;
  readonly valueFrom: number;
};

const nameForm = /[A-Za-z_$][\w.:-]*/y;
const blankForm = /(?:[ \t]|\n(?![ \t]*\n))*/y;
const straightForm = /"[^"]*"|'[^']*'/y;
const typographicForm = /[“”„‟«＂‘’‚]([^“”„‟»＂‘’‚"\n]*)[“”„‟»＂‘’‚"]/y;
const plainForm = /[^\s"'<>{}=`]+?(?=\s|\/?>)/y;

/** Reads a tag at a `<`; undefined when what follows is not one. Linear in the tag's length. */
export function writtenTag(text: string, from: number): WrittenTag | undefined {
  const isClosing = text[from + 1] === '/';
  const name = match(nameForm, text, from + (isClosing ? 2 : 1));
  if (name === undefined) return undefined;
  let at = from + (isClosing ? 2 : 1) + name.length;
  const attributes: WrittenAttribute[] = [];
  for (;;) {
    const space = match(blankForm, text, at) ?? '';
    at += space.length;
    if (text[at] === '>') return { kind: isClosing ? 'close' : 'open', name, from, to: at + 1, attributes };
    if (text.startsWith('/>', at)) return { kind: 'alone', name, from, to: at + 2, attributes };
    const attribute = isClosing ? undefined : readAttribute(text, at);
    if (!attribute) return undefined;
    attributes.push(attribute);
    at = attribute.to;
  }
}

function readAttribute(text: string, from: number): WrittenAttribute | undefined {
  if (text[from] === '{') {
    const to = afterBraces(text, from);
    return to === undefined ? undefined : { name: '', from, to, quotes: 'braces', value: '', valueFrom: from };
  }
  const name = match(nameForm, text, from);
  if (name === undefined) return undefined;
  const equals = /^\s*=\s*/.exec(text.slice(from + name.length, from + name.length + 40))?.[0];
  if (equals === undefined)
    return { name, from, to: from + name.length, quotes: 'absent', value: '', valueFrom: from + name.length };
  const at = from + name.length + equals.length;
  if (text[at] === '{') {
    const to = afterBraces(text, at);
    return to === undefined
      ? undefined
      : { name, from, to, quotes: 'braces', value: text.slice(at + 1, to - 1), valueFrom: at };
  }
  const straight = match(straightForm, text, at);
  if (straight !== undefined)
    return {
      name,
      from,
      to: at + straight.length,
      quotes: 'straight',
      value: straight.slice(1, -1),
      valueFrom: at,
    };
  const typographic = match(typographicForm, text, at);
  if (typographic !== undefined)
    return {
      name,
      from,
      to: at + typographic.length,
      quotes: 'typographic',
      value: typographic.slice(1, -1),
      valueFrom: at,
    };
  const plain = match(plainForm, text, at);
  if (plain === undefined) return undefined;
  return { name, from, to: at + plain.length, quotes: 'none', value: plain, valueFrom: at };
}

/** After the brace that closes the one at `from`, within reason. */
export function afterBraces(text: string, from: number, most = 2_000): number | undefined {
  let depth = 0;
  for (let at = from; at < Math.min(text.length, from + most); at++) {
    if (text[at] === '{') depth++;
    if (text[at] === '}' && --depth === 0) return at + 1;
  }
  return undefined;
}

function match(form: RegExp, text: string, at: number): string | undefined {
  form.lastIndex = at;
  return form.exec(text)?.[0];
}
