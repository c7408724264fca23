/**
 * What makes a spreadsheet take a text for a formula, or for the end of a cell: the signs a formula begins with, their full-width forms (a
 * spreadsheet set to Chinese or Japanese reads them too), and white space that some trim away first.
 */
export const formulaSigns = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'] as const;

/** A text that stays a text: an apostrophe before it, where it would be more. Numbers of ours do not come through here. */
export function safeCell(text: string): string {
  return formulaSigns.some((sign) => text.startsWith(sign)) ? `'${text}` : text;
}

/** One line of CSV (RFC 4180), with its CR LF. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
