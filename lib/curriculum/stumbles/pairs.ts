import { isLessonComponent, lessonComponents } from '../lesson-components-schema';
import { voidNames } from './html-names';
import type { Stumble } from './stumble';
import type { WrittenTag } from './written-tag';

/** What is opened is closed, in the order of opening; and a component of several lines stands alone on its first and last. */
export function pairStumbles(text: string, tags: readonly WrittenTag[]): Stumble[] {
  const stumbles: Stumble[] = [];
  const open: WrittenTag[] = [];
  for (const tag of tags) {
    if (tag.kind === 'open' && !voidNames.has(tag.name)) open.push(tag);
    if (tag.kind !== 'close') continue;
    const at = open.findLastIndex(({ name }) => name === tag.name);
    if (at < 0) {
      const top = open.at(-1);
      const isMisspelt = top !== undefined && top.name.toLowerCase() === tag.name.toLowerCase();
      if (isMisspelt) open.pop();
      stumbles.push(isMisspelt ? misspelt(tag, top.name) : stray(text, tag));
      continue;
    }
    for (const inner of open.splice(at + 1)) stumbles.push(unclosed(text, inner));
    const opening = open.pop();
    if (opening) stumbles.push(...lines(text, opening, tag));
  }
  return [...stumbles, ...open.map((tag) => unclosed(text, tag))];
}

function misspelt({ from, to, name }: WrittenTag, opened: string): Stumble {
  const edit = { from, to, text: `</${opened}>` };
  return {
    at: from,
    rule: 'closing-tag',
    message: `</${name}> does not close <${opened}>: capitals count`,
    found: `</${name}>`,
    fix: edit.text,
    edit,
  };
}

function stray(text: string, { from, to, name }: WrittenTag): Stumble {
  return {
    at: from,
    rule: 'closing-tag',
    message: `</${name}> closes nothing: no <${name}> is open here`,
    found: text.slice(from, to),
    fix: 'leave it out, or open it before',
    repair: { from, to, text: '' },
  };
}

function unclosed(text: string, { name, from, to }: WrittenTag): Stumble {
  const written = text.slice(from, to);
  const at = { at: from, rule: 'unclosed-tag', message: `<${name}> is opened here and never closed`, found: written };
  if (isLessonComponent(name) && lessonComponents[name].content === 'none') {
    const edit = { from: to - 1, to: to - 1, text: text[to - 2] === ' ' ? '/' : ' /' };
    return { ...at, fix: `${written.slice(0, -1).trimEnd()} />`, edit };
  }
  return {
    ...at,
    fix: `${written}…</${name}>, or ${written.slice(0, -1).trimEnd()} /> when nothing stands inside`,
    repair: { from, to, text: '' },
  };
}

/** `<Note>` and `</Note>` each on a line of its own, or both around a few words of one paragraph. */
function lines(text: string, opening: WrittenTag, closing: WrittenTag): Stumble[] {
  const inside = text.slice(opening.to, closing.from);
  if (!inside.includes('\n')) return [];
  const beginsLine = /^[ \t]*\n/.test(inside);
  const endsLine = /\n[ \t>]*$/.test(inside);
  const hasBlocks = /\n[ \t]*\n/.test(inside);
  if (beginsLine === endsLine && !(hasBlocks && !beginsLine))
    return closing && endsLine ? listBefore(text, closing) : [];
  const stumbles: Stumble[] = [];
  const rule = 'tag-line';
  if (!beginsLine)
    stumbles.push({
      at: opening.from,
      rule,
      message: `<${opening.name}> with several lines inside stands on a line of its own`,
      found: text.slice(opening.from, opening.to + 24).split('\n')[0] ?? '',
      fix: `${text.slice(opening.from, opening.to)}\n…`,
      edit: { from: opening.to, to: opening.to + (/^[ \t]*/.exec(inside)?.[0].length ?? 0), text: '\n' },
    });
  if (!endsLine)
    stumbles.push({
      at: closing.from,
      rule,
      message: `</${closing.name}> with several lines before it stands on a line of its own`,
      found: text.slice(Math.max(text.lastIndexOf('\n', closing.from) + 1, closing.from - 24), closing.to),
      fix: `…\n</${closing.name}>`,
      edit: { from: closing.from, to: closing.from, text: '\n' },
    });
  return stumbles;
}

/** A closing tag on the line after a list would belong to the list's last entry. */
function listBefore(text: string, closing: WrittenTag): Stumble[] {
  const lineStart = text.lastIndexOf('\n', closing.from - 1) + 1;
  const above = text.slice(0, Math.max(0, lineStart - 1)).split('\n');
  let index = above.length - 1;
  if ((above[index] ?? '').trim() === '') return [];
  while (index > 0 && (above[index] ?? '').trim() !== '' && !listMark.test(above[index] ?? '')) index--;
  if (!listMark.test(above[index] ?? '')) return [];
  return [
    {
      at: closing.from,
      rule: 'blank-line',
      message: `an empty line stands between a list and </${closing.name}>, or the tag would belong to the list`,
      found: (above.at(-1) ?? '').trim(),
      fix: `${(above.at(-1) ?? '').trim()}\n\n</${closing.name}>`,
      edit: { from: lineStart, to: lineStart, text: '\n' },
    },
  ];
}

const listMark = /^[ \t]*([-*+]|\d{1,9}[.)]|>|\|)([ \t]|$)/;
