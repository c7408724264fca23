import { normalise, parseDisplayName, parseLogin } from '@/lib/auth/login';
import { parseGroupName } from '@/lib/classes/class-name';
import { type Columns, columnLetter, type RosterField } from '@/lib/classes/roster/columns';
import type { TableRow } from '@/lib/classes/roster/read-table';
import type { Finding, FindingCode, RosterRow } from '@/lib/classes/roster/roster';

const learners = new Set(['', 'learner', 'student', '学生', '学员', 'pupil']);
const staff = new Set([
  'teacher',
  'instructor',
  'assistant',
  'aide',
  'ta',
  'administrator',
  'admin',
  'proctor',
  '教师',
  '老师',
  '助教',
  '讲师',
]);

/** Each row by itself: who is meant, and what about it cannot be taken as it stands. */
export function readRows(rows: readonly TableRow[], columns: Columns): { rows: RosterRow[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const read = rows.flatMap((row) => readRow(row, columns, findings) ?? []);
  return { rows: withoutRepeats(read, columns, findings), findings };
}

function readRow(
  { row, cells }: TableRow,
  { at, unknown, twice }: Columns,
  findings: Finding[],
): RosterRow | undefined {
  const width = Object.keys(at).length + unknown.length + twice.length;
  const letter = (field: RosterField) => (at[field] === undefined ? '' : columnLetter(at[field]));
  const cell = (field: RosterField) => (at[field] === undefined ? '' : (cells[at[field]] ?? ''));
  const find = (field: RosterField | undefined, code: FindingCode, found: string, isBad: boolean) => {
    findings.push({ row, column: field ? letter(field) : '', code, found: shortened(found), isBad });
    return undefined;
  };
  if (cells.length > width && cells.slice(width).some((text) => text !== '')) {
    const extra = cells.slice(width).find((text) => text !== '') ?? '';
    findings.push({ row, column: columnLetter(width), code: 'cells-many', found: shortened(extra), isBad: true });
    return undefined;
  }
  const role = normalise(cell('role'));
  if (staff.has(role)) return find('role', 'staff-left-out', cell('role'), false);
  if (!learners.has(role)) return find('role', 'role-unknown', cell('role'), true);

  const typed = cell('name') || fullName(cell('givenName'), cell('familyName'));
  const email = cell('email') === '' ? undefined : parseLogin(cell('email'));
  const login = cell('login') === '' ? undefined : parseLogin(cell('login'));
  if (typeof email === 'string' || email?.kind === 'name') return find('email', 'email-shape', cell('email'), true);
  if (typeof login === 'string') return find('login', 'login-shape', cell('login'), true);
  const nameField = at.name === undefined ? 'familyName' : 'name';
  const name = parseDisplayName(typed) ?? (email ? parseDisplayName(email.login.split('@')[0] ?? '') : null);
  if (name === null) return find(nameField, 'name-missing', typed, true);
  if (typed && [...typed.normalize('NFC').replace(/\s+/gu, ' ').trim()].length > [...name].length)
    find(nameField, 'name-shortened', typed, false);
  if (/^[=+@\-\t\r]/.test(typed)) find(nameField, 'is-formula', typed, false);
  const externalId = cell('externalId')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '');
  if ([...externalId].length > 100) return find('externalId', 'id-long', externalId, true);
  const group = parseGroupName(cell('group'));
  if ([...cell('group')].length > 60) find('group', 'group-long', cell('group'), false);
  return {
    row,
    name,
    ...(email ? { email: email.login } : login?.kind === 'email' ? { email: login.login } : {}),
    ...(login?.kind === 'name' ? { login: login.login } : {}),
    ...(externalId ? { externalId } : {}),
    ...(group ? { group } : {}),
  };
}

/** Family names stand first in Chinese, and nothing between. */
function fullName(given: string, family: string): string {
  const isHan = /^\p{Script=Han}+$/u.test(given + family);
  return isHan ? family + given : [given, family].filter(Boolean).join(' ');
}

/** Nobody is in a file twice: neither by number, address nor login. Two of one name and nothing else are two people. */
function withoutRepeats(rows: readonly RosterRow[], { at }: Columns, findings: Finding[]): RosterRow[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    for (const field of ['externalId', 'email', 'login'] as const) {
      const value = row[field];
      if (value === undefined) continue;
      if (seen.has(`${field} ${value}`)) {
        const column = at[field] === undefined ? '' : columnLetter(at[field]);
        findings.push({ row: row.row, column, code: 'row-twice', found: shortened(value), isBad: true });
        return false;
      }
    }
    for (const field of ['externalId', 'email', 'login'] as const) if (row[field]) seen.add(`${field} ${row[field]}`);
    return true;
  });
}

function shortened(text: string): string {
  return [...text].length > 80 ? `${[...text].slice(0, 79).join('')}…` : text;
}
