/** What became of something that does not map. */
export type Loss = 'left-out' | 'lost' | 'approximated';

/** One line of a report: nothing is lost in silence. */
export type Note = {
  /** The question's id here, or its name there. */
  readonly item: string;
  /** `left-out`: the whole question. `lost`: a part of it. `approximated`: a part that means nearly the same now. */
  readonly loss: Loss;
  readonly why: string;
  /** Where it stands in the file that was brought. */
  readonly line?: number;
  readonly column?: number;
};

/** `left-out      line 12:1  syn-ack  …`, one a line. */
export function noteLines(notes: readonly Note[]): string[] {
  return notes.map(({ item, loss, why, line, column }) => {
    const place = line === undefined ? '' : `line ${line}:${column ?? 1}  `;
    return `${loss.padEnd(12)}  ${place}${item}  ${why}`;
  });
}
