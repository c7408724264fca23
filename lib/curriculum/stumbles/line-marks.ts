import type { Stumble } from './stumble';

type Line = { readonly at: number; readonly text: string; readonly raw: string };

/** Marks at the beginning of a line that Markdown does not know, or MDX reads as code. `words` has code hidden, character by character. */
export function lineStumbles(text: string, words: string): Stumble[] {
  const stumbles: Stumble[] = [];
  const lines: Line[] = [];
  let at = 0;
  for (const line of words.split('\n')) {
    lines.push({ at, text: line, raw: text.slice(at, at + line.length) });
    at += line.length + 1;
  }
  let inCode = false;
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1];
    inCode = line.text.trim() !== '' && (inCode || isModuleCode(line, above));
    if (inCode) {
      if (isModuleCode(line, above)) stumbles.push(moduleCode(lines, index));
      continue;
    }
    stumbles.push(...heading(line), ...listMark(line, above, lines[index + 1]), ...tab(line));
  }
  return stumbles;
}

/** MDX reads a paragraph that begins so as JavaScript. */
function isModuleCode({ text }: Line, above: Line | undefined): boolean {
  return /^(import|export)(?![\w-])[ \t{*'"]/.test(text) && (above === undefined || above.text.trim() === '');
}

function moduleCode(lines: readonly Line[], index: number): Stumble {
  const { at, raw } = lines[index] ?? { at: 0, raw: '' };
  let last = index;
  while ((lines[last + 1]?.text ?? '').trim() !== '') last++;
  const end = lines[last] ?? { at, raw };
  const isCode =
    /^import\s+(['"]|\w+\s+from\b|[{*])|^export\s+(default|const|let|var|function|async|class|type|[{*])/.test(raw);
  return {
    at,
    rule: 'import-export',
    message: isCode
      ? 'import and export have no place in a lesson: it is words, not code'
      : 'a paragraph that begins with "import" or "export" is read as code',
    found: raw,
    fix: isCode ? 'leave the line out; every component is there already' : 'begin with another word',
    // What it says is still read, so that the rest of it is checked.
    repair: isCode
      ? { from: at, to: end.at + end.raw.length, text: '' }
      : { from: at, to: at + 1, text: raw.charAt(0).toUpperCase() },
  };
}

/** `##Title`, `＃＃ 标题`, `##　标题`: headings only to the eye. */
function heading({ at, text, raw }: Line): Stumble[] {
  const marks = /^( {0,3})([#＃]{1,6})([ \t\u3000\u00A0]*)(?=\S)/.exec(text);
  if (!marks) return [];
  const [, before = '', signs = '', space = ''] = marks;
  const isHeading = !signs.includes('＃') && /^[ \t]/.test(space);
  // One "#" right before a word is a tag or a number: #1, #tcp.
  const isMeant = signs.length > 1 || /[\u3000\u00A0]/.test(space) || (signs === '＃' && space !== '');
  if (isHeading || !isMeant || /^#+x*$/.test(text.trim())) return [];
  const from = at + before.length;
  const edit = { from, to: from + signs.length + space.length, text: `${'#'.repeat(signs.length)} ` };
  return [
    {
      at: from,
      rule: 'heading-space',
      message: 'a heading is "##", a plain space and its words; this one would be a paragraph',
      found: raw.trim(),
      fix: edit.text + raw.slice(edit.to - at).trim(),
      edit,
    },
  ];
}

/** `• one`, `1、一`: lists only to the eye, run together into one paragraph. */
function listMark({ at, text, raw }: Line, above: Line | undefined, below: Line | undefined): Stumble[] {
  const bullet = /^([ \t]*)([•·・●▪◦‣–—])[ \t\u3000]+(?=\S)/;
  const number = /^([ \t]*)(\d{1,3})[、．）]\s*(?=\S)/;
  const found = bullet.exec(text) ?? number.exec(text);
  if (!found) return [];
  // A single line may be a sentence that begins with a dash; a list has neighbours.
  const isListLine = (line: Line | undefined) =>
    line !== undefined && (bullet.test(line.text) || number.test(line.text));
  if (!isListLine(above) && !isListLine(below)) return [];
  const [whole, before = '', mark = ''] = found;
  const from = at + before.length;
  const edit = { from, to: at + whole.length, text: /\d/.test(mark) ? `${mark}. ` : '- ' };
  return [
    {
      at: from,
      rule: 'list-mark',
      message: 'a list entry begins with "- " or "1. "; these lines would run together',
      found: raw.trim(),
      fix: edit.text + raw.slice(whole.length),
      edit,
    },
  ];
}

/** Tabs are as wide as the editor says, and Markdown counts them as four. */
function tab({ at, text, raw }: Line): Stumble[] {
  const indent = /^[ ]*\t[ \t]*/.exec(text)?.[0];
  if (indent === undefined || indent.length === text.length) return [];
  let width = 0;
  for (const char of indent) width += char === '\t' ? 4 - (width % 4) : 1;
  return [
    {
      at: at + indent.indexOf('\t'),
      rule: 'tab',
      message: 'lines are indented with spaces: a tab is as wide as each editor likes',
      found: JSON.stringify(raw.slice(0, indent.length)).slice(1, -1),
      fix: `${width} spaces`,
      edit: { from: at, to: at + indent.length, text: ' '.repeat(width) },
    },
  ];
}
