import { CsvError, parse } from 'csv-parse/sync';

/** The most that is taken over at once, and of a file. */
export const MOST_ROWS = 20_000;
export const MOST_BYTES = 8 * 1024 * 1024;
const MOST_COLUMNS = 100;
const LONGEST_ROW = 64 * 1024;

export type Separator = ',' | ';' | '\t';
export type TableRow = { readonly row: number; readonly cells: readonly string[] };
export type Table = {
  readonly separator: Separator;
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
};

export type TableFault = {
  readonly kind: 'refused';
  readonly code: 'empty' | 'too-many-rows' | 'too-many-columns' | 'quotes' | 'row-too-long' | 'not-a-table';
  readonly row: number;
};

/** A table as it was saved: what separates its cells follows from the first line. Rows are numbered as a spreadsheet does, the header is row 1. */
export function readTable(text: string): Table | TableFault {
  const saysSeparator = /^\uFEFF?sep=(.)\r?\n/.exec(text);
  const body = text.slice(saysSeparator?.[0].length ?? 0).replace(/^\uFEFF/, '');
  if (body.includes('\0')) return { kind: 'refused', code: 'not-a-table', row: 1 };
  const separator = separatorOf(saysSeparator?.[1], body);
  const skipped = saysSeparator ? 1 : 0;
  try {
    const rows: TableRow[] = [];
    parse(body, {
      delimiter: separator,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_ROW,
      // Two more than may be: enough to know that there are too many, and nothing beyond is read.
      to: MOST_ROWS + 2,
      on_record: (cells: string[], { lines }) => {
        if (cells.some((cell) => cell !== '')) rows.push({ row: lines + skipped, cells });
        return null;
      },
    });
    const [header, ...rest] = rows;
    if (!header) return { kind: 'refused', code: 'empty', row: 1 };
    if (rest.length > MOST_ROWS) return { kind: 'refused', code: 'too-many-rows', row: rest.at(-1)?.row ?? 1 };
    if (header.cells.length > MOST_COLUMNS) return { kind: 'refused', code: 'too-many-columns', row: header.row };
    return { separator, header: header.cells, rows: rest };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = typeof error.lines === 'number' ? error.lines + skipped : 1;
    return { kind: 'refused', code: error.code === 'CSV_MAX_RECORD_SIZE' ? 'row-too-long' : 'quotes', row };
  }
}

function separatorOf(said: string | undefined, body: string): Separator {
  const all = [',', ';', '\t'] as const;
  const known = all.find((separator) => separator === said);
  if (known) return known;
  const line = (body.split(/\r\n|\r|\n/, 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const counts = all.map((separator) => line.split(separator).length);
  return all[counts.indexOf(Math.max(...counts))] ?? ',';
}
