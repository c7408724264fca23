import { describe, expect, test } from 'vitest';
import { idSets } from '@/e2e/permissions/addresses';
import { type PermissionRow, readPermissionTable, rowName } from '@/e2e/permissions/permission-table';
import { askers } from '@/e2e/permissions/roles';
import { hotCallSource, waysIn } from '@/e2e/permissions/ways-in';

const table = readPermissionTable();
const ways = waysIn();
const outcomes = /^(?:ok|-|in|go|400|401|403)$/;

describe('the table of permissions (e2e/permissions/table.csv)', () => {
  test('has a line for every page, endpoint and action of the product, and for nothing else', () => {
    expect(ways.filter((way) => !table.some((row) => row.way === way))).toEqual([]);
    expect([...new Set(table.map((row) => row.way))].filter((way) => !ways.includes(way))).toEqual([]);
  });

  test('asks every address that names something with another’s, a made-up and a malformed id too', () => {
    const missing = ways
      .filter((way) => !way.startsWith('app/'))
      .flatMap((way) => idSets(way.split(' ')[1] ?? '').map((ids) => ({ way, ids })))
      .filter((one) => !table.some((row) => rowName(row) === rowName(one)));
    expect(missing.map(rowName)).toEqual([]);
  });

  test('says something of every asker, a thousand times and more', () => {
    const cells = table.flatMap((row) => askers.map((asker) => ({ name: rowName(row), asker, gets: row.gets[asker] })));
    expect(cells.filter(({ gets }) => !outcomes.test(gets))).toEqual([]);
    expect(cells.length).toBeGreaterThanOrEqual(1_000);
    expect(new Set(table.map(rowName)).size).toBe(table.length);
  });

  test('knows every call that the door answers itself', () => {
    // Each stands in the door's own list by its literal beginning.
    const source = hotCallSource();
    const literals = [...source.matchAll(/'(\/api\/[a-z]+)': \{ method: '([A-Z]+)'/g)].map(
      ([, path, method]) => `${method} ${path}`,
    );
    expect(literals.filter((way) => !ways.includes(way))).toEqual([]);
    const patterns = [...source.matchAll(/^const \w+ = \/\^\\\/api\\\/(\w+)/gm)].map(([, room]) => room);
    for (const room of patterns)
      expect(
        ways.some((way) => way.includes(` /api/${room}/[`)),
        room,
      ).toBe(true);
  });
});

const outsiders = ['learner', 'member', 'other', 'author', 'teacher'] as const;

describe('what holds whatever a page is for', () => {
  const isAbout = (part: string) => (row: PermissionRow) => row.way.includes(part);

  test('the administration is there for administrators alone, and nobody else is told so', () => {
    const rows = table.filter(isAbout('/admin'));
    expect(rows.length).toBeGreaterThan(15);
    for (const row of rows)
      for (const asker of askers) if (asker !== 'admin') expect(row.gets[asker], `${rowName(row)} ${asker}`).toBe('-');
  });

  test('a class’s staff pages and files are no one’s but its staff’s and administrators’', () => {
    const rows = table.filter(
      (row) => row.ids === '' && /^GET .*(?:teach|api)\/classes\/\[id\](?!.*events)/.test(row.way),
    );
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows)
      for (const asker of outsiders) expect(row.gets[asker], `${rowName(row)} ${asker}`).toBe('-');
  });

  test('who has no business in a class is told of its actions what is told of a class that is not there', () => {
    const rows = table.filter((row) => row.ids === '' && /^app.*teach\/classes/.test(row.way));
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) {
      const random = table.find(({ way, ids }) => way === row.way && ids === 'class: random');
      for (const asker of outsiders) expect(row.gets[asker], `${rowName(row)} ${asker}`).toBe(random?.gets[asker]);
    }
  });

  test('ids that are made up or malformed are told like another’s: to none of the class’s people is there a difference', () => {
    const isOfStranger = (row: PermissionRow) =>
      /: (?:random|malformed)$/.test(row.ids) && /teach\/classes|api\/classes/.test(row.way);
    for (const row of table.filter(isOfStranger)) {
      const other = table.find(
        ({ way, ids }) => way === row.way && ids === row.ids.replace(/random|malformed/, 'other'),
      );
      for (const asker of [
        'nobody',
        'guest',
        'learner',
        'member',
        'assistant',
        'instructor',
        'author',
        'teacher',
      ] as const)
        expect(row.gets[asker], `${rowName(row)} ${asker}`).toBe(other?.gets[asker]);
    }
  });
});
