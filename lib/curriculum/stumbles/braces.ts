import { isEscaped, lineAround, lineWith, type Stumble } from './stumble';
import { afterBraces, type WrittenTag } from './written-tag';

/** Braces in the words, outside tags: an id written as elsewhere, a plain brace, an expression. */
export function braceStumbles(text: string, words: string, tags: readonly WrittenTag[]): Stumble[] {
  const stumbles: Stumble[] = [];
  let near = 0;
  for (let at = words.indexOf('{'); at >= 0; at = words.indexOf('{', at + 1)) {
    while (near < tags.length && (tags[near]?.to ?? 0) <= at) near++;
    const tag = tags[near];
    if (tag && tag.from <= at) continue;
    if (isEscaped(words, at)) continue;
    const mark = /^\{#([^\s{}]*)\}[ \t]*$/m.exec(text.slice(at, at + 200));
    if (mark?.index === 0 && /^#{1,6}\s/.test(lineAround(text, at))) {
      const edit = { from: at, to: at + mark[0].length, text: `[#${mark[1]}]` };
      stumbles.push({
        at,
        rule: 'heading-mark',
        message: 'the id of a heading is written in square brackets, [#…]',
        found: mark[0],
        fix: edit.text,
        edit,
      });
      at = edit.to - 1;
      continue;
    }
    const end = afterBraces(words, at);
    const within = end === undefined ? undefined : words.slice(at, end);
    if (end === undefined || within === undefined || /\n[ \t]*\n/.test(within)) {
      stumbles.push(plainBrace(text, at));
      continue;
    }
    stumbles.push(expression(text, at, end));
    at = end - 1;
  }
  return stumbles;
}

function plainBrace(text: string, at: number): Stumble {
  const edit = { from: at, to: at, text: '\\' };
  return {
    at,
    rule: 'plain-brace',
    message: 'a "{" begins an expression; a plain one is written "\\{"',
    found: lineAround(text, at),
    fix: lineWith(text, edit),
    edit,
  };
}

/** Whether plain braces or a computed value was meant is the author's to say: no edit. */
function expression(text: string, from: number, to: number): Stumble {
  const written = text.slice(from, to);
  const [first = ''] = written.split('\n');
  return {
    at: from,
    rule: 'no-code',
    message: 'an expression has no place in a lesson: it is words, not code',
    found: first,
    fix: `\\{${written.slice(1, -1).split('\n')[0]}\\} for plain braces, or \`${first}\` in backticks`,
    repair: { from, to, text: written.replace(/[{}]/g, '\\$&').replace(/^\\\{/, '\\{') },
  };
}
