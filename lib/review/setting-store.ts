import { pool } from '@/lib/db/pool';
import { dayNumber, defaultZone, isZone, startOfDay } from '@/lib/review/day';

/** Minutes a day that can be chosen for review. */
export const budgets = [5, 10, 15, 20, 30, 45, 60] as const;
const defaultBudget = 10;

export type ReviewSetting = { readonly minutes: number; readonly zone: string };

export async function reviewSettingOf(learnerId: string): Promise<ReviewSetting> {
  const { rows } = await pool().query<{ minutes: number | null; zone: string | null }>({
    name: 'review-setting',
    text: 'SELECT review_minutes AS minutes, time_zone AS zone FROM learner_setting WHERE learner_id = $1',
    values: [learnerId],
  });
  return { minutes: rows[0]?.minutes ?? defaultBudget, zone: rows[0]?.zone ?? defaultZone };
}

/** Undefined leaves a setting as it is; a zone that this machine does not know is not kept. */
export async function saveReviewSetting(learnerId: string, { minutes, zone }: Partial<ReviewSetting>): Promise<void> {
  const known = zone !== undefined && isZone(zone) ? zone : null;
  await pool().query(
    `INSERT INTO learner_setting AS s (learner_id, review_minutes, time_zone) SELECT id, $2, $3 FROM learner WHERE id = $1
     ON CONFLICT (learner_id) DO UPDATE SET
       review_minutes = coalesce(excluded.review_minutes, s.review_minutes), time_zone = coalesce(excluded.time_zone, s.time_zone)`,
    [learnerId, minutes ?? null, known],
  );
}

/** The items that were asked today because they were due: what has been spent of today's budget. */
export async function reviewedToday(learnerId: string, now: Date, zone: string): Promise<string[]> {
  const { rows } = await pool().query<{ item: string }>({
    name: 'reviewed-today',
    text: `SELECT item FROM review_log
      WHERE learner_id = $1 AND reviewed_at >= $2 AND reviewed_at <= $4 AND due_before < $3 ORDER BY reviewed_at`,
    values: [learnerId, ...dayAround(now, zone), now],
  });
  return rows.map(({ item }) => item);
}

function dayAround(now: Date, zone: string): [Date, Date] {
  const day = dayNumber(now, zone);
  return [startOfDay(day, zone), startOfDay(day + 1, zone)];
}
