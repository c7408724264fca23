import { readColumns } from '@/lib/classes/roster/columns';
import { readRows } from '@/lib/classes/roster/read-rows';
import { readTable, type Table, type TableFault, type TableRow } from '@/lib/classes/roster/read-table';
import { type FileText, readText } from '@/lib/classes/roster/read-text';
import { readZip, type ZipFault } from '@/lib/classes/roster/read-zip';
import type { Finding, Roster } from '@/lib/classes/roster/roster';

export type OneRosterFault =
  | ZipFault
  | {
      readonly kind: 'refused';
      readonly code: 'file-missing' | 'roster-version' | 'file-fault';
      readonly file: string;
      readonly why?: FileFault;
    };
type FileFault = TableFault | Extract<FileText, { kind: 'refused' }>;

const wanted = new Set(['manifest.csv', 'users.csv', 'enrollments.csv', 'classes.csv']);
const fields = ['sourcedId', 'givenName', 'familyName', 'email', 'username'] as const;

/**
 * OneRoster 1.2 (and 1.1), the CSV binding: who is enrolled as a student, from enrollments.csv joined to users.csv by sourcedId. Where the file
 * holds several classes, each class is a group here. What is marked to be deleted is left out, and said.
 */
export function readOneRoster(zip: Buffer): Roster | OneRosterFault {
  const files = readZip(zip, wanted);
  if (!(files instanceof Map)) return files;
  const tables = new Map<string, Table>();
  for (const [name, bytes] of files) {
    const text = readText(bytes);
    const table = text.kind === 'text' ? readTable(text.text) : text;
    if ('kind' in table) return { kind: 'refused', code: 'file-fault', file: name, why: table };
    tables.set(name, table);
  }
  const [users, enrollments] = [tables.get('users.csv'), tables.get('enrollments.csv')];
  if (!users) return { kind: 'refused', code: 'file-missing', file: 'users.csv' };
  if (!enrollments) return { kind: 'refused', code: 'file-missing', file: 'enrollments.csv' };
  const version = records(tables.get('manifest.csv'))
    .find(({ cell }) => cell('propertyName') === 'oneroster.version')
    ?.cell('value');
  if (version !== undefined && !/^1\.[012]/.test(version))
    return { kind: 'refused', code: 'roster-version', file: 'manifest.csv' };
  return joined(users, enrollments, tables.get('classes.csv'));
}

function joined(users: Table, enrollments: Table, classes: Table | undefined): Roster {
  const findings: Finding[] = [];
  const byId = new Map(records(users).map((user) => [user.cell('sourcedId'), user]));
  const titles = new Map(records(classes).map(({ cell }) => [cell('sourcedId'), cell('title')]));
  const enrolled = records(enrollments);
  const areSeveral = new Set(enrolled.map(({ cell }) => cell('classSourcedId'))).size > 1;
  const rows: TableRow[] = [];
  const seen = new Set<string>();
  for (const { row, cell } of enrolled) {
    const [id, user] = [cell('userSourcedId'), byId.get(cell('userSourcedId'))];
    const finding = { row, column: '', found: id };
    if (!user) findings.push({ ...finding, code: 'user-missing', isBad: true });
    else if (isGone(cell('status')) || isGone(user.cell('status')) || user.cell('enabledUser') === 'false')
      findings.push({ ...finding, code: 'left-out', isBad: false });
    else if (!seen.has(id)) {
      // A learner of two classes of the file is one learner here, in the group of the first.
      seen.add(id);
      const group = areSeveral ? (titles.get(cell('classSourcedId')) ?? cell('classSourcedId')) : '';
      rows.push({ row, cells: [...fields.map(user.cell), group, cell('role')] });
    }
  }
  const columns = readColumns(['sourcedId', 'givenName', 'familyName', 'email', 'username', 'group', 'role']);
  const read = readRows(rows, columns);
  // Of a school's system all that is not said here is meant for others: named, and not taken over.
  const unknown = users.header.filter(
    (title) => !(fields as readonly string[]).includes(title) && !['status', 'enabledUser', 'role'].includes(title),
  );
  return { kind: 'oneroster', encoding: 'utf-8', rows: read.rows, findings: [...findings, ...read.findings], unknown };
}

type TableRecord = { readonly row: number; readonly cell: (title: string) => string };

function records(table: Table | undefined): TableRecord[] {
  if (!table) return [];
  const at = new Map(table.header.map((title, number) => [title.toLowerCase(), number]));
  return table.rows.map(({ row, cells }) => ({ row, cell: (title) => cells[at.get(title.toLowerCase()) ?? -1] ?? '' }));
}

function isGone(status: string): boolean {
  return status.toLowerCase() === 'tobedeleted';
}
