import type { Stumble } from './stumble';

type Mark = {
  readonly rule: string;
  readonly form: RegExp;
  readonly message: string;
  readonly expected?: string;
  readonly fix: (found: string) => string;
};

/** Marks that stay in the text as they were typed: something in them kept Markdown from reading them. */
const marks: readonly Mark[] = [
  {
    rule: 'loose-emphasis',
    form: /\*\*+/g,
    message: 'these stars make nothing bold: they would be shown',
    expected: '**words** without spaces inside the stars, begun and ended in one paragraph',
    fix: () => '**words**, or \\*\\* for plain stars',
  },
  {
    rule: 'open-code',
    form: /`+/g,
    message: 'this backtick has no partner in its paragraph: it would be shown',
    fix: () => '`code`, or \\` for a plain one',
  },
  {
    rule: 'dollar-math',
    form: /\$\$[^$]+\$\$|\$(?=[^\s$])[^$\n]*[\\^_=][^$\n]*\$(?!\d)/g,
    message: 'formulas between "$" are not read: the signs would be shown',
    fix: (found) => `<Math tex="${found.replace(/^\$+|\$+$/g, '').trim()}" />, or \\$ for a plain one`,
  },
  {
    rule: 'entity',
    form: /&[A-Za-z][A-Za-z0-9]{1,30};/g,
    message: 'there is no such entity: it would be shown as it stands',
    fix: (found) => `the character itself, or \\${found}`,
  },
  {
    rule: 'unknown-reference',
    form: /(?<!!)\[[^[\]\n]+\]\[(?!#)[^[\]\n]*\]/g,
    message: 'the address of this link stands nowhere in the text',
    fix: (found) => `${found.replace(/\]\[.*$/, ']')}(https://…)`,
  },
  {
    rule: 'unknown-footnote',
    form: /\[\^[^\]\s]+\]/g,
    message: 'this footnote stands nowhere in the text',
    fix: (found) => `${found}: its words, on a line of its own`,
  },
];

/** `written` is what stands in the file, `value` what it was read as: an escaped mark is no mark. */
export function textStumbles(written: string, value: string, at: number): Stumble[] {
  const stumbles: Stumble[] = [];
  for (const { rule, form, message, expected, fix } of marks) {
    if (!value.match(form)) continue;
    for (const { index, 0: found } of written.matchAll(form)) {
      if (written[index - 1] === '\\') continue;
      stumbles.push({ at: at + index, rule, message, ...(expected ? { expected } : {}), found, fix: fix(found) });
    }
  }
  return stumbles;
}
