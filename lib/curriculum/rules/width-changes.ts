import { isHan, notWords } from '../wording/word-run';

/** What to write instead of [from, to) of a stretch of words. */
export type Change = {
  readonly rule: 'half-width' | 'full-width' | 'han-space';
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly message: string;
};

const full: Readonly<Record<string, string>> = { ',': '，', '.': '。', ';': '；', ':': '：', '?': '？', '!': '！' };
const half: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(full).map(([narrow, wide]) => [wide, narrow])),
  '、': ',',
  '（': '(',
  '）': ')',
  '\u3000': ' ',
};
const chinesePunctuation = /[，。、；：？！（）“”‘’《》「」『』【】]/;

/** Half-width signs in Chinese: `结束.` becomes `结束。`. Numbers, file names and calls keep theirs. */
export function halfWidthChanges(text: string): Change[] {
  return [...bracketChanges(text), ...dotsChanges(text), ...signChanges(text)].sort((a, b) => a.from - b.from);
}

function signChanges(text: string): Change[] {
  return [...text.matchAll(/(?<![.])[,.;:?!](?!\.)/g)].flatMap(({ index, 0: sign }) => {
    const [before, after] = [text[index - 1], text[index + 1]];
    const spaces = /^ */.exec(text.slice(index + 1))?.[0].length ?? 0;
    const next = text[index + 1 + spaces];
    if (!belongsToChinese(sign, before, after, next)) return [];
    const to = index + 1 + (next === '\n' || next === undefined ? 0 : spaces);
    return [
      {
        rule: 'half-width' as const,
        from: index,
        to,
        text: full[sign] ?? sign,
        message: `"${sign}" is half as wide as Chinese is`,
      },
    ];
  });
}

function belongsToChinese(
  sign: string,
  before: string | undefined,
  after: string | undefined,
  next: string | undefined,
): boolean {
  if (before === undefined || /\s/.test(before)) return false;
  const isWord = /[\w\-/]/.test(after ?? '');
  // `文件.txt`, `中文:80`, `不!=`: the sign belongs to what follows.
  if (sign === '.' && isWord) return false;
  if (sign === '!' && after === '=') return false;
  if (sign === ':' && after === '/') return false;
  if (isHan(before)) return true;
  // `1. 然后` begins a list.
  if (/\d/.test(before) && (sign === '.' || sign === ':')) return false;
  return isHan(next) && /[\p{L}\p{N}”’）)\uFFFC]/u.test(before);
}

/** `报文段(segment)` has brackets of Chinese; `close()` and `f(x)` have their own. */
function bracketChanges(text: string): Change[] {
  return [...text.matchAll(/(?<! )( *)\(([^()\n]{1,120})\)( *)/g)].flatMap(
    ({ index, 0: whole, 1: lead = '', 2: inside = '', 3: trail = '' }) => {
      const [before, after] = [text[index - 1], text[index + whole.length]];
      if (!isHan(before) && ![...inside].some(isHan)) return [];
      const to = index + whole.length - (after === undefined || after === '\n' ? trail.length : 0);
      const from = before === undefined || before === '\n' ? index + lead.length : index;
      return [
        {
          rule: 'half-width' as const,
          from,
          to,
          text: `（${inside}）`,
          message: 'these brackets are half as wide as Chinese is',
        },
      ];
    },
  );
}

function dotsChanges(text: string): Change[] {
  return [...text.matchAll(/\.{3,}/g)].flatMap(({ index, 0: dots }) =>
    isHan(text[index - 1]) || isHan(text[index + dots.length])
      ? [
          {
            rule: 'half-width' as const,
            from: index,
            to: index + dots.length,
            text: '……',
            message: 'Chinese has an ellipsis of six dots',
          },
        ]
      : [],
  );
}

/** Full-width signs in English, save in an example of Chinese. */
export function fullWidthChanges(text: string): Change[] {
  return [...text.matchAll(/[，。、；：？！（）\u3000Ａ-Ｚａ-ｚ０-９]/gu)].flatMap(({ index, 0: sign }) => {
    const [before, after] = [text[index - 1], text[index + 1]];
    if (isHan(before) || isHan(after)) return [];
    const narrow = half[sign] ?? sign.normalize('NFKC');
    const lead = sign === '（' && /[\w\uFFFC]/.test(before ?? '') ? ' ' : '';
    const trail = /[，。、；：？！）]/.test(sign) && /[\w“(\uFFFC]/.test(after ?? '') ? ' ' : '';
    return [
      {
        rule: 'full-width' as const,
        from: index,
        to: index + 1,
        text: `${lead}${narrow}${trail}`,
        message: `"${sign}" is twice as wide as English is`,
      },
    ];
  });
}

/** `用 TCP 发`: the page itself makes the gap. Arrows and signs of arithmetic may stand apart. */
export function spaceChanges(text: string): Change[] {
  return [...text.matchAll(/(?<=\S) +(?=\S)/g)].flatMap(({ index, 0: gap }) => {
    const [before, after] = [text[index - 1] ?? '', text[index + gap.length] ?? ''];
    const isChinese = (character: string) => isHan(character) || chinesePunctuation.test(character);
    if (!isHan(before) && !isHan(after) && !(isChinese(before) && isChinese(after))) return [];
    if (standsApart(before) || standsApart(after) || beginsLine(text, index)) return [];
    return [
      {
        rule: 'han-space' as const,
        from: index,
        to: index + gap.length,
        text: '',
        message: 'no space is typed beside Chinese: the page makes the gap',
      },
    ];
  });
}

function standsApart(character: string): boolean {
  return character !== notWords && /[\p{Sm}\p{So}·/|\-*#—–]/u.test(character);
}

/** `1. 先发`, `- 先发`: the sign of a list has its space. */
function beginsLine(text: string, at: number): boolean {
  return /(^|\n)\s*(\d+[.)]|[-*+>]|#+)$/.test(text.slice(0, at));
}
