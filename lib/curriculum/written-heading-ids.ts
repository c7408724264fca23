import { headingIdFor, markedHeading, withHeadingId } from './heading-id';

type Line = { readonly index: number; readonly depth: number; readonly text: string; readonly id: string | undefined };

/** Writes the heading ids that are missing. `model` are the ids of the other language, heading by heading, where it has them already. */
export function writtenHeadingIds(text: string, model: readonly string[] = []): string {
  const lines = text.split('\n');
  const headings = headingLines(lines);
  const taken = new Set(headings.flatMap(({ id }) => id ?? []));
  for (const [place, heading] of headings.entries()) {
    if (heading.id !== undefined) continue;
    const id = unique(model[place] ?? (headingIdFor(heading.text) || `section-${place + 1}`), taken);
    taken.add(id);
    // What ends a Windows line stays at its end.
    const end = lines[heading.index]?.endsWith('\r') ? '\r' : '';
    lines[heading.index] = `${'#'.repeat(heading.depth)} ${withHeadingId(heading.text, id)}${end}`;
  }
  return lines.join('\n');
}

/** The ids of a text's headings in order; '' where one is missing. */
export function headingIdsOf(text: string): string[] {
  return headingLines(text.split('\n')).map(({ id }) => id ?? '');
}

/** `##` and `###` lines that are not inside a code block. */
function headingLines(lines: readonly string[]): Line[] {
  const found: Line[] = [];
  let fence: string | undefined;
  for (const [index, line] of lines.entries()) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark && (fence === undefined || (mark[0] === fence[0] && mark.length >= fence.length)))
      fence = fence === undefined ? mark : undefined;
    if (fence !== undefined) continue;
    const heading = /^(#{2,3})[ \t]+(.*?)[ \t]*\r?$/.exec(line);
    if (heading) found.push({ index, depth: heading[1]?.length ?? 2, ...markedHeading(heading[2] ?? '') });
  }
  return found;
}

function unique(id: string, taken: ReadonlySet<string>): string {
  let candidate = id;
  for (let number = 2; taken.has(candidate); number++) candidate = `${id}-${number}`;
  return candidate;
}
