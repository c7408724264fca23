import { readColumns } from '@/lib/classes/roster/columns';
import { type OneRosterFault, readOneRoster } from '@/lib/classes/roster/read-one-roster';
import { readRows } from '@/lib/classes/roster/read-rows';
import { MOST_BYTES, readTable, type TableFault } from '@/lib/classes/roster/read-table';
import { type FileText, readText } from '@/lib/classes/roster/read-text';
import type { Roster } from '@/lib/classes/roster/roster';

export type RosterFault =
  | OneRosterFault
  | TableFault
  | Extract<FileText, { kind: 'refused' }>
  | {
      readonly kind: 'refused';
      readonly code: 'too-large' | 'no-name-column' | 'no-rows';
      readonly header?: readonly string[];
    };

/** A file that somebody chose: a table saved by a spreadsheet, or a school system's OneRoster zip. */
export function readRoster(bytes: Buffer): Roster | RosterFault {
  if (bytes.length > MOST_BYTES) return { kind: 'refused', code: 'too-large' };
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) return readOneRoster(bytes);
  const text = readText(bytes);
  if (text.kind === 'refused') return text;
  const table = readTable(text.text);
  if ('kind' in table) return table;
  const columns = readColumns(table.header);
  const { name, givenName, familyName, email } = columns.at;
  if (name === undefined && givenName === undefined && familyName === undefined && email === undefined)
    return { kind: 'refused', code: 'no-name-column', header: table.header };
  if (table.rows.length === 0) return { kind: 'refused', code: 'no-rows' };
  const { rows, findings } = readRows(table.rows, columns);
  return { kind: 'csv', encoding: text.encoding, rows, findings, unknown: [...columns.unknown, ...columns.twice] };
}
