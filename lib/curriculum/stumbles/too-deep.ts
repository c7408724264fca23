import type { Stumble } from './stumble';

const mostLevels = 24;
const mostIndent = 200;
const mostMarks = 4_000;
const mostCells = 4_000;
/** A long lesson has a tenth of them. */
const mostLines = 20_000;
const mostNotes = 1_000;

/** Text that nests deeper than a reader can follow, and a parser can in reasonable time. Told before anything is parsed. */
export function tooDeep(text: string): Stumble | undefined {
  const lines = text.split('\n');
  if (lines.length > mostLines) return tooLong(`at most ${mostLines} lines`, `${lines.length}`);
  const notes = text.split('[^').length - 1;
  if (notes > mostNotes) return tooLong(`at most ${mostNotes} footnotes and references to them`, `${notes}`);
  let at = 0;
  let paragraph = { from: 0, marks: 0, cells: 0 };
  for (const line of lines) {
    const containers = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/.exec(line)?.[0] ?? '';
    const levels = containers.match(/>|[-*+]|\d+[.)]/g)?.length ?? 0;
    const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    if (levels > mostLevels || (indent > mostIndent && indent < line.length))
      return deep(at, `lists and quotations are nested at most ${mostLevels} deep`, line);
    if (line.trim() === '') paragraph = { from: at + line.length + 1, marks: 0, cells: 0 };
    // Brackets and stars that open and never close cost a parser the square of their number.
    paragraph.marks += line.match(/[[\]*_~!]/g)?.length ?? 0;
    paragraph.cells += line.match(/\|/g)?.length ?? 0;
    if (paragraph.marks > mostMarks)
      return deep(paragraph.from, `a paragraph has at most ${mostMarks} stars and brackets`, line);
    if (paragraph.cells > mostCells) return deep(paragraph.from, `a table has at most ${mostCells} cells`, line);
    at += line.length + 1;
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

function tooLong(expected: string, found: string): Stumble {
  return { at: 0, rule: 'too-large', message: 'this is more than a lesson can be', expected, found };
}
