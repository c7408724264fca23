/** What was done, and what to do next: each with a word and the command or file it is done with. */
export type Report = {
  readonly written: readonly string[];
  /** Files that were there and have a line more now. */
  readonly changed: readonly string[];
  readonly next: readonly (readonly [what: string, how: string])[];
};

export function reportLines({ written, changed, next }: Report): string {
  const width = Math.max(...next.map(([what]) => what.length));
  return [
    ...written.map((file) => `wrote    ${file}`),
    ...changed.map((file) => `changed  ${file}`),
    '',
    'Next:',
    ...next.map(([what, how]) => `  ${what.padEnd(width)}  ${how}`),
  ].join('\n');
}
