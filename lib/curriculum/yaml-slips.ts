import { type Document, isMap, isScalar, type LineCounter, type Pair, type Scalar, visit } from 'yaml';
import type { AuthorError } from './author-error';
import type { SourceText } from './source-text';
import { unknownEscape } from './yaml-syntax';

/** What is sound YAML and not what its author wrote: a sign inside the words ended them, a number is read as another one. */
export function yamlSlips(source: SourceText, document: Document, lines: LineCounter): AuthorError[] {
  const errors: AuthorError[] = [];
  const at = (offset: number, letter: Omit<AuthorError, 'file' | 'line' | 'column'>) => {
    const { line, col } = lines.linePos(offset);
    errors.push({ file: source.file, line, column: col, ...letter });
  };
  visit(document, {
    Pair: (_key, pair) => {
      const { key, value } = pair;
      if (isScalar(value) && value.type === 'QUOTE_DOUBLE' && value.range && swallowed(value.value))
        at(value.range[0], unknownEscape(value, source.text));
      if (!isScalar(value) || value.type !== 'PLAIN' || !value.range) return;
      const cut = commentAfter(source.text, value);
      if (cut !== undefined && isWords(key, value))
        at(cut, {
          rule: 'yaml-comment',
          message: 'a "#" after a space begins a comment: the rest of the words would vanish',
          found: source.text.slice(cut, lineEnd(source.text, cut)),
          ...quoted(source.text, value.range[0], lineEnd(source.text, cut)),
        });
      const number = oddNumber(value);
      if (number !== undefined)
        at(value.range[0], {
          rule: 'yaml-number',
          message: `${value.source} is read as ${number}`,
          found: value.source ?? '',
          fix: `${number}, or "${value.source}" for text`,
        });
    },
    Map: (_key, map) => {
      if (map.flow !== true) return;
      for (const [index, pair] of map.items.entries()) {
        const before = map.items[index - 1];
        const [from, to] = [startOf(before), endOf(pair)];
        if (pair.value !== null || from === undefined || to === undefined || !isScalar(pair.key)) continue;
        at(pair.key.range?.[0] ?? 0, {
          rule: 'yaml-comma',
          message: 'within { } a comma ends the words; what follows is taken for a key',
          found: source.text.slice(from, to),
          ...quoted(source.text, from, to),
        });
      }
    },
  });
  return errors;
}

/**
 * The schema's complaints, told by what YAML did: 404 is a number where words were meant, yes is a word where true was meant. What a slip has
 * told already is left out.
 */
export function misread(
  errors: readonly AuthorError[],
  source: SourceText,
  document: Document,
  lines: LineCounter,
  slips: readonly AuthorError[],
): AuthorError[] {
  const scalars = new Map<string, Scalar>();
  visit(document, {
    Scalar: (key, scalar) => {
      if (key === 'key' || !scalar.range) return;
      const { line, col } = lines.linePos(scalar.range[0]);
      scalars.set(`${line}:${col}`, scalar);
    },
  });
  const told = new Set(slips.map(({ line, column }) => `${line}:${column}`));
  return errors
    .filter(({ line, column }) => !told.has(`${line}:${column}`))
    .map((error) => {
      const scalar = scalars.get(`${error.line}:${error.column}`);
      if (error.rule !== 'wrong-type' || scalar?.type !== 'PLAIN' || !scalar.range) return error;
      const [from, to] = scalar.range;
      const written = source.text.slice(from, to);
      const truth = truths.get(written.toLowerCase());
      if (error.message.endsWith('should be true or false') && truth !== undefined)
        return { ...error, rule: 'yaml-boolean', fix: truth, edit: { from, to, text: truth } };
      if (!error.message.includes('should be text') || written === '' || typeof scalar.value === 'string') return error;
      const kind = scalar.value === null ? 'nothing' : `a ${typeof scalar.value}`;
      return {
        ...error,
        rule: 'yaml-plain',
        message: `${written} is read as ${kind}, not as text`,
        found: written,
        ...quoted(source.text, from, to),
      };
    });
}

const truths: ReadonlyMap<string, string> = new Map([
  ['yes', 'true'],
  ['on', 'true'],
  ['y', 'true'],
  ['no', 'false'],
  ['off', 'false'],
  ['n', 'false'],
]);

/** `\frac` and `\times` between double quotes begin with a form feed and a tab, and nobody would see it. */
function swallowed(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const control = /[^\P{Cc}\t\n\r]/u;
  return control.test(value) || (value.match(/\$`[^`]*`\$/g) ?? []).some((formula) => /[\t\n\r]/.test(formula));
}

/** Words, not an id or a number: those may well have a comment beside them. */
function isWords(key: unknown, value: Scalar): boolean {
  const name = isScalar(key) ? String(key.value) : '';
  return typeof value.value === 'string' && (name === 'en' || name === 'zh' || /\s|[\u2E80-\u9FFF]/.test(value.value));
}

function commentAfter(text: string, { range }: Scalar): number | undefined {
  if (!range) return undefined;
  const rest = /^[ \t]+#/.exec(text.slice(range[1], range[1] + 40));
  return rest ? range[1] + rest[0].length - 1 : undefined;
}

/** 012 is twelve, 0x1F thirty-one, and nineteen digits are not all kept. */
function oddNumber({ value, source = '' }: Scalar): string | undefined {
  if (typeof value !== 'number') return undefined;
  if (/^[-+]?0\d|^[-+]?0[xob]|^[-+]?\.(inf|nan)$/i.test(source)) return String(value);
  // An exponent is how such a number is meant; digits that are not kept are not.
  const losesDigits = /^[-+]?\d+$/.test(source) && BigInt(source) !== BigInt(value);
  return losesDigits ? String(value) : undefined;
}

function startOf(pair: Pair | undefined): number | undefined {
  const value = pair?.value;
  return isScalar(value) && value.type === 'PLAIN' && typeof value.value === 'string' ? value.range?.[0] : undefined;
}

function endOf({ key }: Pair): number | undefined {
  return isScalar(key) && !isMap(key) ? key.range?.[1] : undefined;
}

function quoted(text: string, from: number, to: number): Pick<AuthorError, 'fix' | 'edit'> {
  const words = text.slice(from, to).trimEnd();
  const fix = `"${words.replace(/["\\]/g, '\\$&')}"`;
  return words.includes('\n') ? { fix } : { fix, edit: { from, to: from + words.length, text: fix } };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
