/** Whether a sample printed what its author wrote: line by line; a long value may be broken into lines at other places than Node's. */
export function isSameOutput(printed: readonly string[], written: string): boolean {
  const lines = trimmed(written.split('\n'));
  const own = trimmed(printed);
  if (own.length === lines.length && own.every((line, at) => line === lines[at])) return true;
  return joined(own) === joined(lines);
}

/** The first line, from 0, in which they differ. */
export function firstDifference(printed: readonly string[], written: string): number {
  const lines = trimmed(written.split('\n'));
  const at = lines.findIndex((line, index) => line !== trimmed(printed)[index]);
  return at < 0 ? lines.length : at;
}

function trimmed(lines: readonly string[]): string[] {
  return lines
    .join('\n')
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd());
}

/** Inside brackets, line ends are spaces. */
function joined(lines: readonly string[]): string {
  let depth = 0;
  return [...lines.join('\n')]
    .map((character) => {
      if ('{['.includes(character)) depth++;
      if ('}]'.includes(character)) depth--;
      return character === '\n' && depth > 0 ? ' ' : character;
    })
    .join('')
    .replace(/ *\n */g, '\n')
    .replace(/ +/g, ' ')
    .replace(/,(?= [}\]])/g, '');
}
