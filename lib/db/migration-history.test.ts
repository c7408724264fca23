import { expect, test } from 'vitest';
import type { Migration } from '@/lib/db/migration-files';
import { type AppliedMigration, migrationState } from '@/lib/db/migration-history';

const step = (name: string): Migration => ({ name, sql: '', checksum: `sum of ${name}` });
const done = (name: string): AppliedMigration => ({ name, checksum: `sum of ${name}`, isFinished: true });

test('a database with every step is at head', () => {
  expect(migrationState([step('1'), step('2')], [done('1'), done('2')])).toEqual({ kind: 'at-head' });
});

test('a database that lacks steps is behind by those', () => {
  expect(migrationState([step('1'), step('2')], [done('1')])).toEqual({ kind: 'behind', missing: [step('2')] });
});

test('a step the code does not know means a later version was here, whatever else is missing', () => {
  expect(migrationState([step('1'), step('2')], [done('1'), done('3')])).toEqual({ kind: 'newer', unknown: ['3'] });
});

test('a step that was applied with another text is named', () => {
  const other = { ...done('1'), checksum: 'another' };
  expect(migrationState([step('1')], [other])).toEqual({ kind: 'edited', name: '1' });
});

test('a step that began and did not end is named', () => {
  const unfinished = { ...done('1'), isFinished: false };
  expect(migrationState([step('1')], [unfinished])).toEqual({ kind: 'unfinished', name: '1' });
});
