/**
 * A piece of a text as a string of its own. A piece that was cut out keeps the whole text in memory for as long as it is known: with a few names
 * from every page of a thousand lessons that was over a gigabyte.
 */
export function ownString(piece: string): string {
  return Buffer.from(piece, 'utf8').toString('utf8');
}
