const mostLevels = 24;
const mostIndent = 200;
const mostSigns = 4_000;
const mostLines = 5_000;

/** What a stranger could write that no parser would come back from: where, counted in lines from 1. */
export function unreadableIn(source: string): { found: string; line: number } | undefined {
  const lines = source.split('\n');
  if (lines.length > mostLines) return { found: `a text of more than ${mostLines} lines`, line: mostLines + 1 };
  // Signs that open and never close cost a parser the square of their number.
  let signs = 0;
  for (const [at, line] of lines.entries()) {
    const containers = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/.exec(line)?.[0] ?? '';
    const levels = containers.match(/>|[-*+]|\d+[.)]/g)?.length ?? 0;
    const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    if (levels > mostLevels || (indent > mostIndent && indent < line.length))
      return { found: `what is nested deeper than ${mostLevels} lists or quotations`, line: at + 1 };
    signs = line.trim() === '' ? 0 : signs + (line.match(/[[\]*_~!<|]/g)?.length ?? 0);
    if (signs > mostSigns) return { found: `a paragraph of more than ${mostSigns} stars and brackets`, line: at + 1 };
  }
  return undefined;
}
