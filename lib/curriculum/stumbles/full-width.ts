import type { Stumble } from './stumble';

const tag =
  /[<＜][/／]?\s?[A-Za-z]\w*(?:[\s\u3000]+\w+\s*[=＝]\s*(?:"[^"\n]*"|[“”＂][^“”＂\n]*[“”＂]))*[\s\u3000]*[/／]?[>＞]/g;

const half: Readonly<Record<string, string>> = {
  '＜': '<',
  '＞': '>',
  '／': '/',
  '＝': '=',
  '\u3000': ' ',
  '＂': '"',
  '“': '"',
  '”': '"',
};

/** Tags and links written with a Chinese keyboard's marks: to the eye they are there. */
export function fullWidthStumbles(text: string, words: string): Stumble[] {
  const tags = [...words.matchAll(tag)].flatMap(({ index, 0: hidden }): Stumble[] => {
    const written = text.slice(index, index + hidden.length);
    if (!/[＜＞／＝]/.test(written)) return [];
    const edit = {
      from: index,
      to: index + written.length,
      text: written.replace(/[＜＞／＝\u3000＂“”]/g, (mark) => half[mark] ?? mark),
    };
    return [
      {
        at: index,
        rule: 'full-width-tag',
        message: 'a component is written with half-width marks: < > / =',
        found: written,
        fix: edit.text,
        edit,
      },
    ];
  });
  const links = [...words.matchAll(/\[[^[\]\n]+\](?:[ \t]+\((?=https?:|\/|#)|（)([^\s()（）]+)[)）]/g)].flatMap(
    ({ index, 0: written, 1: href = '' }): Stumble[] => {
      if (!/^(https?:\/\/|\/|#|mailto:)/.test(href)) return [];
      const label = written.slice(0, written.indexOf(']') + 1);
      const edit = { from: index, to: index + written.length, text: `${label}(${href})` };
      return [
        {
          at: index,
          rule: 'link-form',
          message: 'a link is [words](address), with half-width brackets and nothing between them',
          found: written,
          fix: edit.text,
          edit,
        },
      ];
    },
  );
  return [...tags, ...links];
}
