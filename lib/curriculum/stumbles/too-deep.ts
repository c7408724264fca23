import type { Stumble } from './stumble';

const mostLevels = 24;
const mostMarks = 4_000;

/** Text that nests deeper than a reader can follow, and a parser can in reasonable time. Told before anything is parsed. */
export function tooDeep(text: string): Stumble | undefined {
  let at = 0;
  for (const line of text.split('\n')) {
    const containers = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/.exec(line)?.[0] ?? '';
    const levels = containers.match(/>|[-*+]|\d+[.)]/g)?.length ?? 0;
    const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    if (levels > mostLevels || indent > 200)
      return deep(at, `lists and quotations are nested at most ${mostLevels} deep`, line);
    at += line.length + 1;
  }
  at = 0;
  // Brackets and stars that open and never close cost a parser the square of their number.
  for (const paragraph of text.split(/\n[ \t]*\n/)) {
    const marks = paragraph.match(/[[\]*_~!]/g)?.length ?? 0;
    if (marks > mostMarks) return deep(at, `a paragraph has at most ${mostMarks} stars and brackets`, paragraph);
    at += paragraph.length + 2;
  }
  let level = 0;
  for (const { index, 0: tag } of text.matchAll(/<(\/?)[A-Za-z][^<>]{0,500}>/g)) {
    level += tag.startsWith('</') ? -1 : tag.endsWith('/>') ? 0 : 1;
    if (level > 400) return deep(index, 'components are nested at most 400 deep', tag);
  }
  return undefined;
}

function deep(at: number, expected: string, found: string): Stumble {
  return {
    at,
    rule: 'too-deep',
    message: 'this is nested too deeply to be read',
    expected,
    found: `${found.slice(0, 40)}…`,
  };
}
