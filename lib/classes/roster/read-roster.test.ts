import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readRoster } from '@/lib/classes/roster/read-roster';
import type { Roster } from '@/lib/classes/roster/roster';
import { oneRoster, testZip } from '@/lib/classes/roster/test-zip';

const read = (text: string | Buffer) => readRoster(Buffer.from(text));
const rosterOf = (text: string | Buffer): Roster => {
  const roster = read(text);
  if (roster.kind === 'refused') throw new Error(JSON.stringify(roster));
  return roster;
};
// The bytes of 姓名,小组 / 林小雨,甲 as Excel in China saves them.
const gbk = Buffer.from('d0d5c3fb2cd0a1d7e90a c1d6d0a1d3ea2cbcd7 0a'.replaceAll(' ', ''), 'hex');

describe('a table', () => {
  it('is read by the names of its columns, in any order, in either language', () => {
    const ada = { name: 'Ada Lovelace', email: 'ada@example.org', externalId: '7', group: 'Red' };
    for (const text of [
      'Name,E-Mail,Student ID,Group\nAda Lovelace,Ada@Example.org,7,Red\n',
      '\uFEFFgroup;email;last name;first name;id\r\nRed;ada@example.org;Lovelace;Ada;7\r\n',
      'sep=;\n学号;小组;邮箱;姓名\n7;Red;ada@example.org;Ada Lovelace',
      '学号\t小组\t邮箱\t姓名\n\n7\tRed\tada@example.org\tAda Lovelace\n\n',
    ])
      expect(rosterOf(text).rows).toMatchObject([ada]);
  });

  it('says family names first where they stand first', () => {
    expect(rosterOf('姓,名\n林,小雨').rows[0]?.name).toBe('林小雨');
  });

  it.each([
    ['utf-8', Buffer.from('姓名\n林小雨')],
    ['utf-8', Buffer.from('\uFEFF姓名\n林小雨')],
    ['utf-16le', Buffer.from('\uFEFF姓名\n林小雨', 'utf16le')],
    ['utf-16be', Buffer.from('\uFEFF姓名\n林小雨', 'utf16le').swap16()],
    ['gb18030', gbk],
  ])('in %s is recognised', (encoding, bytes) => {
    expect(rosterOf(bytes)).toMatchObject({ encoding, rows: [{ name: '林小雨' }] });
  });

  it('in two encodings is refused, with the row', () => {
    const mixed = Buffer.concat([Buffer.from('姓名,小组\n林小雨,甲\n王芳,乙\n'), gbk.subarray(10)]);
    expect(read(mixed)).toEqual({ kind: 'refused', code: 'mixed-encodings', row: 4 });
  });

  it('in Latin-1 is refused and not read as Chinese', () => {
    expect(read(Buffer.from('name,group\nAda,1\nRenéa,1\n', 'latin1'))).toMatchObject({ code: 'encoding', row: 3 });
    expect(read(Buffer.from('name,group\nRené,1\n', 'latin1'))).toMatchObject({ code: 'encoding', row: 2 });
  });

  it('names the columns it does not take over', () => {
    expect(rosterOf('name,Shoe size,,name\nAda,38,x,y').unknown).toEqual(['Shoe size', 'C', 'name']);
  });

  test.each([
    ['name,email\n,\nAda,nonsense', 3, 'B', 'email-shape', 'nonsense'],
    ['email,name,login\na@b.org,Ada,@', 2, 'C', 'login-shape', '@'],
    ['number,name\n7,Ada\n7,Eve', 3, 'A', 'row-twice', '7'],
    ['name,role\nAda,wizard', 2, 'B', 'role-unknown', 'wizard'],
    ['name,group\n,Red', 2, 'A', 'name-missing', ''],
    ['name,group\nAda,Red,more', 2, 'C', 'cells-many', 'more'],
  ])('%j has a finding at %s%s: %s', (text, row, column, code, found) => {
    const { rows, findings } = rosterOf(text);
    expect(findings).toEqual([{ row, column, code, found, isBad: true }]);
    expect(rows.map((one) => one.row)).not.toContain(row);
  });

  it('leaves staff out, and says so', () => {
    expect(rosterOf('name,role\nMara,teacher\nAda,student')).toMatchObject({
      rows: [{ name: 'Ada' }],
      findings: [{ row: 2, code: 'staff-left-out', isBad: false }],
    });
  });

  it('keeps markup and formulas as the text they are', () => {
    const { rows, findings } = rosterOf('name\n"<img src=x onerror=alert(1)>"\n"=HYPERLINK(""http://x"")"');
    expect(rows.map(({ name }) => name)).toEqual(['<img src=x onerror=alert(1)>', '=HYPERLINK("http://x")']);
    expect(findings).toMatchObject([{ row: 3, code: 'is-formula', isBad: false }]);
  });

  test.each([
    ['', 'empty'],
    ['name', 'no-rows'],
    ['a,b\n1,2', 'no-name-column'],
    ['name\n"Ada', 'quotes'],
    [`name\n${'x'.repeat(70_000)}`, 'row-too-long'],
    [`name\n${'Ada\n'.repeat(20_001)}`, 'too-many-rows'],
    [`${'a,'.repeat(200)}name\n1`, 'too-many-columns'],
    [Buffer.alloc(9 * 1024 * 1024, 'a'), 'too-large'],
    [Buffer.from('%PDF-1.7\n\0\0\x01\x02'), 'encoding'],
  ])('is refused when it is none (%#)', (text, code) => {
    expect(read(text)).toMatchObject({ kind: 'refused', code });
  });

  it('of a million rows is refused without being read to its end', () => {
    expect(read(`name\n${'a\n'.repeat(1_000_000)}`)).toMatchObject({ code: 'too-many-rows', row: 20_002 });
  });

  it('is read as it was written, whatever stands in it', () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 30 })
      .map((text) => `x${text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Co}\s]/gu, '')}y`);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }),
        fc.constantFrom(',', ';', '\t'),
        (rows, delimiter) => {
          const roster = rosterOf(stringify([['group', 'name'], ...rows], { delimiter, quoted: true, bom: true }));
          expect(roster.rows.map(({ group, name }) => [group, name])).toEqual(
            rows.map((row) => row.map((text) => text.normalize('NFC'))),
          );
        },
      ),
    );
  });

  it('never throws, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, isZip) => {
        readRoster(Buffer.concat([Buffer.from(isZip ? 'PK\x03\x04' : 'name\n', 'latin1'), bytes]));
      }),
    );
  });
});

describe('a OneRoster zip', () => {
  it('gives the students of its class', () => {
    expect(rosterOf(testZip(oneRoster))).toMatchObject({
      kind: 'oneroster',
      rows: [
        { name: 'Ada Lovelace', email: 'ada@example.org', login: 'ada', externalId: 'u1' },
        { name: '林小雨', externalId: 'u2' },
      ],
      findings: [{ code: 'staff-left-out', isBad: false }],
      unknown: ['sms', 'grades'],
    });
  });

  it('of several classes makes each a group', () => {
    const enrollments = oneRoster['enrollments.csv'].replace('c1,s1,u2', 'c2,s1,u2');
    expect(rosterOf(testZip({ ...oneRoster, 'enrollments.csv': enrollments })).rows.map(({ group }) => group)).toEqual([
      'Networks 1',
      'Networks 2',
    ]);
  });

  it('leaves out what is to be deleted, and says so', () => {
    const users = oneRoster['users.csv'].replace('u2,active', 'u2,tobedeleted');
    const { rows, findings } = rosterOf(testZip({ ...oneRoster, 'users.csv': users }));
    expect(rows).toHaveLength(1);
    expect(findings).toContainEqual({ row: 3, column: '', code: 'left-out', found: 'u2', isBad: false });
  });

  it('lies in a folder, too', () => {
    expect(
      rosterOf(testZip(Object.fromEntries(Object.entries(oneRoster).map(([name, text]) => [`export/${name}`, text]))))
        .rows,
    ).toHaveLength(2);
  });

  test.each([
    ['without enrollments', testZip({ 'users.csv': oneRoster['users.csv'] }), 'file-missing'],
    [
      'of another version',
      testZip({ ...oneRoster, 'manifest.csv': 'propertyName,value\noneroster.version,2.0' }),
      'roster-version',
    ],
    ['that is cut off', testZip(oneRoster).subarray(0, 300), 'not-a-zip'],
    ['with another checksum', testZip(oneRoster, { crc: 1 }), 'zip-broken'],
    ['that is encrypted', testZip(oneRoster, { flags: 1 }), 'zip-kind'],
    ['that says it is huge', testZip(oneRoster, { size: 2 ** 31 }), 'zip-too-much'],
    [
      'that is a bomb: more comes out than it says',
      testZip({ 'users.csv': Buffer.alloc(4_000_000) }, { size: 1000 }),
      'zip-too-much',
    ],
    [
      'of 300 files',
      testZip(Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`${n}.csv`, '']))),
      'zip-too-much',
    ],
    ['with a broken table', testZip({ ...oneRoster, 'users.csv': 'sourcedId\n"u1' }), 'file-fault'],
  ])('%s is refused', (_, zip, code) => {
    expect(readRoster(zip)).toMatchObject({ kind: 'refused', code });
  });
});
