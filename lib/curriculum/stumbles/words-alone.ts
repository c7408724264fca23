import { isEscaped, type Stumble } from './stumble';

export type WordsAlone = {
  /** The text with everything that is code or a note to authors turned into x, character by character. */
  readonly words: string;
  readonly stumbles: readonly Stumble[];
};

/** Hides code blocks, code in backticks and comments, so that what is left is what Markdown reads. */
export function wordsAlone(text: string, blocks: readonly { from: number; to: number }[]): WordsAlone {
  const hidden: { from: number; to: number }[] = [...blocks];
  const stumbles: Stumble[] = [];
  const inBlock = spanFinder(blocks);
  let at = 0;
  while (at < text.length) {
    const next = nextMark(text, at);
    if (next < 0) break;
    const block = inBlock(next);
    if (block) {
      at = Math.max(block.to, next + 1);
      continue;
    }
    if (text.startsWith('{/*', next)) {
      const end = text.indexOf('*/', next);
      const close = end < 0 ? -1 : closingBrace(text, end + 2);
      if (close < 0) {
        at = next + 1;
        continue;
      }
      hidden.push({ from: next, to: close + 1 });
      at = close + 1;
      continue;
    }
    if (text.startsWith('<!--', next)) {
      const end = text.indexOf('-->', next + 4);
      const to = end < 0 ? text.length : end + 3;
      stumbles.push(htmlComment(text, next, to, end >= 0));
      hidden.push({ from: next, to });
      at = to;
      continue;
    }
    const run = /^`+/.exec(text.slice(next, next + 64))?.[0].length ?? 0;
    if (run === 0 || isEscaped(text, next)) {
      at = next + 1;
      continue;
    }
    const end = closingRun(text, next + run, run);
    if (end >= 0) hidden.push({ from: next, to: end + run });
    at = end >= 0 ? end + run : next + run;
  }
  return { words: masked(text, hidden), stumbles };
}

function nextMark(text: string, from: number): number {
  const mark = /`|\{\/\*|<!--/g;
  mark.lastIndex = from;
  return mark.exec(text)?.index ?? -1;
}

function closingBrace(text: string, from: number): number {
  const rest = /^\s*\}/.exec(text.slice(from, from + 200));
  return rest ? from + rest[0].length - 1 : -1;
}

/** Backticks close within their paragraph, by a run of the same length. */
function closingRun(text: string, from: number, length: number): number {
  const blank = /\n[ \t]*\n/g;
  blank.lastIndex = from;
  const end = blank.exec(text)?.index ?? text.length;
  const run = /`+/g;
  run.lastIndex = from;
  for (let found = run.exec(text); found && found.index < end; found = run.exec(text))
    if (found[0].length === length) return found.index;
  return -1;
}

function htmlComment(text: string, from: number, to: number, isClosed: boolean): Stumble {
  const inside = text.slice(from + 4, isClosed ? to - 3 : to);
  const note = `{/* ${inside.trim()} */}`;
  // A note that ends a note cannot be written inside one.
  const canBe = isClosed && !inside.includes('*/');
  return {
    at: from,
    rule: 'html-comment',
    message: isClosed
      ? 'MDX has no HTML comments; a note to other authors is {/* written like this */}'
      : 'this HTML comment is never closed, and MDX has none',
    found: inside.includes('\n') ? '<!-- …' : text.slice(from, to),
    ...(canBe ? { fix: note, edit: { from, to, text: note } } : { repair: { from, to, text: '' } }),
  };
}

function spanFinder(spans: readonly { from: number; to: number }[]) {
  let near = 0;
  return (at: number) => {
    while (near < spans.length && (spans[near]?.to ?? 0) <= at) near++;
    const span = spans[near];
    return span && span.from <= at ? span : undefined;
  };
}

function masked(text: string, spans: readonly { from: number; to: number }[]): string {
  let result = '';
  let at = 0;
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    if (to <= at) continue;
    result += text.slice(at, Math.max(at, from)) + text.slice(Math.max(at, from), to).replace(/[^\n]/g, 'x');
    at = to;
  }
  return result + text.slice(at);
}
