import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { testAssignment } from '@/lib/attempts/test-class-store';
import { auditTrail } from '@/lib/audit/audit-store';
import { insertAccount } from '@/lib/auth/learner-store';
import { findClassSeen } from '@/lib/classes/class-store';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import type { ExportFile } from '@/lib/out/export-file';
import { exportClass } from '@/lib/out/submit-export';

withTestDatabase();

const lesson = 'tcp-tls/tcp-first-look';
let classId: string;
let instructor: string;

const names = [
  '=1+1',
  '+SUM(A1)',
  '-2',
  '@cmd',
  '＝1',
  '\tx',
  '"Quoted", Name\nin two lines',
  '林小雨',
  '<script>alert(1)</script>',
  'Ada',
];

async function person(login: string, name: string): Promise<string> {
  const id = randomUUID();
  await insertAccount(pool(), { id, login, email: `${login}@example.org`, name, passwordHash: null, role: 'learner' });
  return id;
}

async function exported(file: ExportFile, locale: 'en' | 'zh' = 'en'): Promise<string> {
  const seen = await findClassSeen(instructor, classId);
  if (!seen) throw new Error('no such class');
  const result = await exportClass(seen, file, locale);
  if (result.kind === 'busy') throw new Error('busy');
  const pieces: Buffer[] = [];
  for await (const piece of result.stream) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

const rowsOf = (text: string): string[][] => parse(text, { bom: true, record_delimiter: '\r\n' });
const column = (rows: readonly string[][], head: string) =>
  rows.slice(1).map((row) => row[rows[0]?.indexOf(head) ?? -1]);

async function attempt(
  learnerId: string,
  item: string,
  more: { assignment?: string; earned?: number; response?: object } = {},
) {
  await pool().query(
    `INSERT INTO attempt (learner_id, id, item, version, key_revision, ordinal, response, earned, possible, assignment_id)
     VALUES ($1, $2, $3, '0000000000000000', 1, 1, $4, $5, 1, $6)`,
    [learnerId, randomUUID(), item, JSON.stringify(more.response ?? {}), more.earned ?? 1, more.assignment ?? null],
  );
}

const learners: string[] = [];

beforeAll(async () => {
  classId = randomUUID();
  await pool().query("INSERT INTO class (id, name, paths) VALUES ($1, '=Tuesday', '{tcp-tls}')", [classId]);
  instructor = await person('mara', 'Mara');
  await pool().query("INSERT INTO enrolment (class_id, learner_id, role) VALUES ($1, $2, 'instructor')", [
    classId,
    instructor,
  ]);
  for (const [place, name] of names.entries()) {
    const id = await person(`l${place}`, name);
    learners.push(id);
    await pool().query(
      `INSERT INTO enrolment (class_id, learner_id, external_id, group_name, pseudonym) VALUES ($1, $2, $3, $4, $5)`,
      [classId, id, `S${place}`, place === 0 ? '=Group' : null, `amber-otter-${place}`],
    );
    await pool().query(
      `INSERT INTO lesson_score (learner_id, class_id, lesson, done, share, tries, waiting, stuck, withheld, last_at, score)
       VALUES ($1, $2, $3, 1, 666667, 2, 0, 0, false, now(), '{}')`,
      [id, classId, lesson],
    );
  }
});

beforeEach(() => pool().query('UPDATE class SET is_pseudonymous = false WHERE id = $1', [classId]));

describe('the gradebook as a spreadsheet', () => {
  test('has a row for each learner and no text that a spreadsheet takes for a formula', async () => {
    const text = await exported('gradebook.csv');
    const rows = rowsOf(text);
    expect(rows).toHaveLength(names.length + 1);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+@\t\r\n＝＋－＠]|^-(?!\d)/u);
    expect(column(rows, 'Name').toSorted()).toEqual(
      names.map((name) => (/^[=+\-@＝\t]/.test(name) ? `'${name}` : name)).toSorted(),
    );
    expect(column(rows, 'Group')).toContain("'=Group");
    expect(rows.slice(1).every((row) => row.includes('66.67'))).toBe(true);
  });

  test('counts what staff decided: a grade in place of one, and excused work', async () => {
    const [one = '', other = ''] = learners;
    for (const [id, kind, share] of [
      [one, 'given', 0.25],
      [other, 'excused', null],
    ] as const)
      await pool().query(
        `INSERT INTO grade_override (learner_id, class_id, grade_column, revision, kind, share, reason, decided_by) VALUES ($1, $2, $3, 1, $4, $5, 'r', $1)`,
        [id, classId, `lesson:${lesson}`, kind, share],
      );
    const rows = rowsOf(await exported('gradebook.csv'));
    const of = (number: string) => rows.find((row) => row[2] === number);
    expect(of('S0')).toContain('25.00');
    expect(of('S1')).toContain('excused');
    expect(rowsOf(await exported('gradebook.csv', 'zh')).find((row) => row[2] === 'S1')).toContain('免做');
    const told = z.object({
      learners: z.array(z.looseObject({ externalId: z.string(), grades: z.record(z.string(), z.unknown()) })),
    });
    const json = told.parse(JSON.parse(await exported('gradebook.json')));
    expect(json.learners).toHaveLength(names.length);
    expect(json.learners.find(({ externalId }) => externalId === 'S0')?.grades[`lesson:${lesson}`]).toEqual({
      share: 0.25,
      kind: 'given',
    });
    expect(json.learners.find(({ externalId }) => externalId === 'S1')?.grades[`lesson:${lesson}`]).toEqual({
      kind: 'excused',
    });
  });

  test('of a class without names holds no name, sign-in, address or number, in any of its files', async () => {
    await pool().query('UPDATE class SET is_pseudonymous = true WHERE id = $1', [classId]);
    for (const file of ['gradebook.csv', 'gradebook.json', 'attempts.csv', 'canvas.csv', 'moodle.csv'] as const) {
      const text = await exported(file);
      for (const secret of ['林小雨', 'Ada', '@example.org', 'S3', 'l7', 'alert(1)'])
        expect(text, file).not.toContain(secret);
      if (file !== 'attempts.csv') expect(text, file).toContain('amber-otter-7');
    }
  });

  test('is written down, with who did it', async () => {
    await exported('canvas.csv');
    const [last] = await auditTrail({ classId }, 1);
    expect(last).toMatchObject({
      action: 'gradebook-exported',
      actorId: instructor,
      subject: classId,
      detail: { file: 'canvas.csv' },
    });
  });
});

describe('every answer', () => {
  test('is there once, with its answer as it was given; another class’s work and other lessons are not', async () => {
    const [one = ''] = learners;
    const other = randomUUID();
    await pool().query("INSERT INTO class (id, name) VALUES ($1, 'Other')", [other]);
    const frozen = [{ item: 'own/quiz/y', objective: '', version: '0', keyRevision: 1 }];
    const [own, foreign] = [await testAssignment(classId, frozen), await testAssignment(other, frozen)];
    await attempt(one, `${lesson}/x`, { response: { text: '=1+1, "said"\nshe' } });
    await attempt(one, 'own/quiz/y', { assignment: own.id, earned: 0.5 });
    await attempt(one, `${lesson}/z`, { assignment: foreign.id });
    await attempt(one, 'http/http-basics/w');
    const rows = rowsOf(await exported('attempts.csv'));
    expect(column(rows, 'Item').toSorted()).toEqual(['own/quiz/y', `${lesson}/x`]);
    const said = rows.find((row) => row.includes(`${lesson}/x`))?.at(-1) ?? '';
    expect(JSON.parse(said)).toEqual({ text: '=1+1, "said"\nshe' });
    await pool().query('DELETE FROM assignment WHERE class_id = $1', [classId]);
  });

  test('who goes away in the middle leaves no statement and no connection behind', async () => {
    await pool().query(
      `INSERT INTO attempt (learner_id, id, item, version, key_revision, ordinal, response, earned, possible)
       SELECT $1, gen_random_uuid(), $2, '0000000000000000', 1, n, jsonb_build_object('text', repeat('x', 400)), 1, 1 FROM generate_series(1, 30000) n`,
      [learners[3], `${lesson}/many`],
    );
    const seen = await findClassSeen(instructor, classId);
    if (!seen) throw new Error('no such class');
    for (let round = 0; round < 4; round += 1) {
      const result = await exportClass(seen, 'attempts.csv', 'en');
      if (result.kind === 'busy') throw new Error('an export that was left still counts');
      for await (const _ of result.stream) break;
      expect(result.stream.destroyed).toBe(true);
    }
    await expect.poll(connections, { timeout: 5_000 }).toBe(0);
  });
});

async function connections(): Promise<number> {
  const { rows } = await pool().query(
    "SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'handrail export' AND datname = current_database()",
  );
  return rows[0].n;
}

describe('for other systems', () => {
  test('Canvas finds its five columns, the points below the heads, and EX for excused work', async () => {
    const rows = rowsOf(await exported('canvas.csv'));
    expect(rows[0]?.slice(0, 5)).toEqual(['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section']);
    expect(rows[1]?.[0]?.trim()).toBe('Points Possible');
    expect(rows[1]?.slice(5).every((points) => points === '100')).toBe(true);
    expect(rows.find((row) => row[2] === 'S1')).toContain('EX');
    expect(rows.find((row) => row[2] === 'S0')?.[3]).toBe('l0@example.org');
  });

  test('assignments go out by themselves where there are any, out of their own points', async () => {
    const frozen = ['a', 'b', 'c', 'd'].map((id) => ({
      item: `${lesson}/${id}`,
      objective: '',
      version: '0',
      keyRevision: 1,
    }));
    await testAssignment(classId, frozen, { title: { en: '=Quiz' } });
    const rows = rowsOf(await exported('canvas.csv'));
    expect([rows[0]?.slice(5), rows[1]?.slice(5)]).toEqual([["'=Quiz"], ['4']]);
    const moodle = rowsOf(await exported('moodle.csv'));
    expect(moodle[0]).toEqual(['Full name', 'ID number', 'Username', 'Email address', "'=Quiz"]);
    expect(moodle).toHaveLength(names.length + 1);
  });
});
