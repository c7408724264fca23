import { createHash, randomBytes } from 'node:crypto';
import { pool } from '@/lib/db/pool';
import { isLocale, type Locale } from '@/lib/words/locale';

/** A learner's secret address of a calendar, as far as it is remembered: not the address itself. */
export type CalendarAddress = { readonly madeAt: Date; readonly locale: Locale };

// A digit in front: what has one and is that long is not written into logs (lib/server/log.ts).
const tokenForm = /^1[\w-]{43}$/;

export async function findCalendar(learnerId: string): Promise<CalendarAddress | undefined> {
  const { rows } = await pool().query<{ made_at: Date; locale: string }>(
    'SELECT made_at, locale FROM calendar_address WHERE learner_id = $1',
    [learnerId],
  );
  return rows[0] && { madeAt: rows[0].made_at, locale: isLocale(rows[0].locale) ? rows[0].locale : 'en' };
}

/** Makes an address; the one before stops working. The token is told once, only its digest is kept. */
export async function makeCalendar(learnerId: string, locale: Locale): Promise<string> {
  const token = `1${randomBytes(32).toString('base64url')}`;
  await pool().query(
    `INSERT INTO calendar_address (learner_id, token_digest, locale) SELECT id, $2, $3 FROM learner WHERE id = $1 AND login IS NOT NULL
     ON CONFLICT (learner_id) DO UPDATE SET token_digest = excluded.token_digest, locale = excluded.locale, made_at = now()`,
    [learnerId, digest(token), locale],
  );
  return token;
}

export async function removeCalendar(learnerId: string): Promise<void> {
  await pool().query('DELETE FROM calendar_address WHERE learner_id = $1', [learnerId]);
}

/** Whose calendar a token opens; undefined for one that was never made, was made anew since, or whose holder is shut out. */
export async function calendarOf(token: string): Promise<{ learnerId: string; locale: Locale } | undefined> {
  if (!tokenForm.test(token)) return undefined;
  const { rows } = await pool().query<{ learner_id: string; locale: string }>({
    name: 'calendar-of',
    text: `SELECT c.learner_id, c.locale FROM calendar_address c JOIN learner l ON l.id = c.learner_id
      WHERE c.token_digest = $1 AND l.suspended_at IS NULL`,
    values: [digest(token)],
  });
  return rows[0] && { learnerId: rows[0].learner_id, locale: isLocale(rows[0].locale) ? rows[0].locale : 'en' };
}

type DueRow = { id: string; title: unknown; class_name: string; due_at: Date; made_at: Date };

/** A date that a learner has to keep. */
export type DueDate = {
  readonly id: string;
  readonly title: unknown;
  readonly className: string;
  readonly dueAt: Date;
  readonly madeAt: Date;
};

/** What is due in all classes of a learner, the kindest of their extensions included; two months back, and all that is ahead. */
export async function dueDatesOf(learnerId: string): Promise<DueDate[]> {
  const { rows } = await pool().query<DueRow>({
    name: 'due-dates',
    text: `SELECT a.id, a.title, c.name AS class_name, a.created_at AS made_at, greatest(a.due_at, (
        SELECT max(x.due_at) FROM assignment_extension x
        WHERE x.assignment_id = a.id AND (x.learner_id = e.learner_id OR x.group_name = e.group_name))) AS due_at
      FROM enrolment e JOIN class c ON c.id = e.class_id AND c.archived_at IS NULL
        JOIN assignment a ON a.class_id = c.id AND a.withdrawn_at IS NULL
      WHERE e.learner_id = $1 AND e.role = 'learner' AND e.left_at IS NULL AND a.due_at > now() - interval '60 days'
      ORDER BY due_at, id LIMIT 1000`,
    values: [learnerId],
  });
  return rows.map(({ class_name, due_at, made_at, ...row }) => ({
    ...row,
    className: class_name,
    dueAt: due_at,
    madeAt: made_at,
  }));
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
