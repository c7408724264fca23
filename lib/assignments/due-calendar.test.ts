import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  calendarOf,
  type DueDate,
  dueDatesOf,
  findCalendar,
  makeCalendar,
  removeCalendar,
} from '@/lib/assignments/calendar-store';
import { dueCalendar } from '@/lib/assignments/due-calendar';
import { testClassSeen, testPerson } from '@/lib/assignments/test-class-seen-store';
import { testAssignment, testExtension } from '@/lib/attempts/test-class-store';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';

withTestDatabase();

const now = new Date('2026-11-24T04:00:00Z');
const due = (more: Partial<DueDate> = {}): DueDate => ({
  id: '00000000-0000-4000-8000-000000000001',
  title: { en: 'Week 3', zh: '第三周' },
  className: 'TCP; Mondays, early',
  dueAt: new Date('2026-03-29T00:59:00Z'),
  madeAt: now,
  ...more,
});
const drawn = (dues: readonly DueDate[], locale: 'en' | 'zh' = 'en') =>
  dueCalendar({ dues, locale, origin: 'https://learn.example.org', now });

/** RFC 5545, 3.1: long lines are folded; 3.3.11: what stands behind a backslash. */
function unfolded(calendar: string): string[] {
  return calendar.replace(/\r\n[ \t]/g, '').split('\r\n');
}

describe('the calendar', () => {
  test('holds each due date as a moment in UTC, by a name that stays', () => {
    const lines = unfolded(drawn([due()]));
    expect(lines).toContain('DTSTART:20260329T005900Z');
    expect(lines).toContain('UID:00000000-0000-4000-8000-000000000001@handrail');
    expect(lines).toContain('SUMMARY:Due: Week 3');
    expect(lines.some((line) => line.startsWith('DTEND'))).toBe(false);
  });

  test('speaks either language', () => {
    expect(unfolded(drawn([due()], 'zh'))).toContain('SUMMARY:截止：第三周');
    expect(unfolded(drawn([due({ title: { en: 'Week 3' } })], 'zh'))).toContain('SUMMARY:截止：Week 3');
  });

  test('stays a calendar whatever a title or a class is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (title, className) => {
        const hostile = [
          due({ title: { en: `${title}\r\nEND:VEVENT\r\nATTACH:x` }, className: `${className}\nBEGIN:VALARM` }),
        ];
        const calendar = drawn(hostile);
        const lines = unfolded(calendar);
        expect(lines.filter((line) => /^(BEGIN|END):/.test(line))).toEqual([
          'BEGIN:VCALENDAR',
          'BEGIN:VEVENT',
          'END:VEVENT',
          'END:VCALENDAR',
        ]);
        expect(lines.some((line) => line.startsWith('ATTACH'))).toBe(false);
        for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a calendar’s address', () => {
  test('opens the calendar of who made it until it is made anew, switched off, or its holder is shut out', async () => {
    const ann = await testPerson();
    const first = await makeCalendar(ann, 'en');
    expect(await calendarOf(first)).toEqual({ learnerId: ann, locale: 'en' });
    const second = await makeCalendar(ann, 'zh');
    expect(await calendarOf(first)).toBeUndefined();
    expect(await calendarOf(second)).toEqual({ learnerId: ann, locale: 'zh' });
    await pool().query('UPDATE learner SET suspended_at = now() WHERE id = $1', [ann]);
    expect(await calendarOf(second)).toBeUndefined();
    await pool().query('UPDATE learner SET suspended_at = NULL WHERE id = $1', [ann]);
    await removeCalendar(ann);
    expect(await calendarOf(second)).toBeUndefined();
    expect(await findCalendar(ann)).toBeUndefined();
  });

  test('is kept as a digest alone, has a digit for the log’s sake, and what is no token asks nothing', async () => {
    const ann = await testPerson();
    const token = await makeCalendar(ann, 'en');
    expect(token).toMatch(/^1[\w-]{43}$/);
    const { rows } = await pool().query('SELECT * FROM calendar_address WHERE learner_id = $1', [ann]);
    expect(JSON.stringify(rows)).not.toContain(token);
    for (const wrong of ['', 'x', `${token}x`, `1${'\0'.repeat(43)}`, '../../etc'])
      expect(await calendarOf(wrong)).toBeUndefined();
  });

  test('is made by people with an account', async () => {
    const id = randomUUID();
    await pool().query('INSERT INTO learner (id) VALUES ($1)', [id]);
    expect(await calendarOf(await makeCalendar(id, 'en'))).toBeUndefined();
  });

  test('shows what is due in all classes of the learner, the latest of what was given to them, and of nobody else', async () => {
    const [ann, bob] = [await testPerson(), await testPerson()];
    const [seen, other] = [await testClassSeen('UTC', [ann, bob]), await testClassSeen('UTC', [ann])];
    const later = new Date(Date.now() + 9 * 3_600_000);
    const one = await testAssignment(seen.classroom.id, [], { title: { en: 'One' } });
    const two = await testAssignment(other.classroom.id, [], { title: { en: 'Two' } });
    const gone = await testAssignment(seen.classroom.id, [], { title: { en: 'Gone' } });
    await pool().query('UPDATE assignment SET withdrawn_at = now() WHERE id = $1', [gone.id]);
    await testExtension(one.id, { learnerId: ann, dueAt: later });
    expect((await dueDatesOf(ann)).map(({ id, dueAt }) => [id, dueAt])).toEqual([
      [two.id, two.dueAt],
      [one.id, later],
    ]);
    expect((await dueDatesOf(bob)).map(({ id, dueAt }) => [id, dueAt])).toEqual([[one.id, one.dueAt]]);
    await pool().query('UPDATE class SET archived_at = now() WHERE id = $1', [other.classroom.id]);
    await pool().query('UPDATE enrolment SET left_at = now() WHERE learner_id = $1 AND class_id = $2', [
      ann,
      seen.classroom.id,
    ]);
    expect(await dueDatesOf(ann)).toEqual([]);
  });
});
