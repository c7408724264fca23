import { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentDisposition, fileName } from '@/lib/out/file-name';
import { csvFrame, type Frame, Framed } from '@/lib/out/line-ends';
import { csvLine, formulaSigns, safeCell } from '@/lib/out/safe-cell';

async function framed(chunks: readonly Buffer[], frame: Frame): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of Readable.from(chunks).pipe(new Framed(frame))) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

/** As PostgreSQL writes CSV: quoted where it must be, rows ended by LF. */
const asSent = (rows: readonly (readonly string[])[]) =>
  rows
    .map(
      (row) =>
        `${row.map((cell) => (/[",\r\n]/.test(cell) || cell === '' ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`,
    )
    .join('');

const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '界', '🙂', "'"), maxLength: 12 });

describe('rows on their way into a file', () => {
  test('however they are cut into pieces, a spreadsheet reads the same cells, in rows that end with CR LF', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { maxLength: 8 }),
        fc.array(fc.nat(40), { maxLength: 6 }),
        async (rows, cuts) => {
          const sent = Buffer.from(asSent(rows));
          const at = [...new Set([0, ...cuts.map((cut) => Math.min(cut, sent.length)), sent.length])].sort(
            (a, b) => a - b,
          );
          const chunks = at.slice(1).map((end, index) => sent.subarray(at[index], end));
          const text = await framed(chunks, csvFrame(csvLine(['one', 'two'])));
          expect(text.startsWith('\ufeffone,two\r\n')).toBe(true);
          expect(text.endsWith('\r\n')).toBe(true);
          expect(parse(text, { bom: true, record_delimiter: '\r\n' })).toEqual([['one', 'two'], ...rows]);
        },
      ),
    );
  });

  test('objects become one list, also where there is none', async () => {
    const frame = { before: '{"learners":[\n', between: ',\n', after: '\n]}\n', empty: ']}\n', isCsv: false };
    expect(JSON.parse(await framed([Buffer.from('{"a":"\\""}\n{"a":"2"}\n')], frame))).toEqual({
      learners: [{ a: '"' }, { a: '2' }],
    });
    expect(JSON.parse(await framed([], frame))).toEqual({ learners: [] });
  });
});

describe('a text in a spreadsheet', () => {
  test.each(formulaSigns)('beginning with %j stays a text', (sign) => {
    expect(safeCell(`${sign}1+1`)).toBe(`'${sign}1+1`);
  });

  test.each(['Ada', '', ' =1', '1-1', 'a@b', '林小雨', '·+'])('%j is left as it is', (text) => {
    expect(safeCell(text)).toBe(text);
  });
});

describe('the name of a file', () => {
  test.each([
    ['Networks, Tuesday group', 'Networks Tuesday group grades 2026-11-24.csv'],
    ['计算机网络（二班）', '计算机网络（二班） grades 2026-11-24.csv'],
    ['../../etc/passwd', 'etc passwd grades 2026-11-24.csv'],
    ['"; filename=x.exe', 'filename x.exe grades 2026-11-24.csv'],
    ['a\r\nSet-Cookie: x', 'a Set-Cookie x grades 2026-11-24.csv'],
    ['\u202egnp.exe', 'gnp.exe grades 2026-11-24.csv'],
    ['', 'grades 2026-11-24.csv'],
    ['x'.repeat(200), `${'x'.repeat(60)} grades 2026-11-24.csv`],
  ])('of the class %j', (name, file) => {
    expect(fileName(name, 'grades', 'csv', '2026-11-24')).toBe(file);
  });

  test('is told twice, as it is and in ASCII, and is always one header line', () => {
    expect(contentDisposition('计算机 (二).csv')).toBe(
      `attachment; filename="_ (_).csv"; filename*=UTF-8''%E8%AE%A1%E7%AE%97%E6%9C%BA%20%28%E4%BA%8C%29.csv`,
    );
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }).filter((text) => !/\p{Cs}/u.test(text)),
        (name) => {
          const header = contentDisposition(fileName(name, 'g', 'csv', 'd'));
          expect(header).toMatch(
            /^attachment; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]*"; filename\*=UTF-8''[\w.!~%-]+$/,
          );
        },
      ),
    );
  });
});
