import { pool } from '@/lib/db/pool';

/** A day of the class's zone on which somebody answered, `2026-11-24`: how many learners, how often. */
export type ClassDay = { readonly day: string; readonly active: number; readonly answers: number };

export async function classDays(classId: string, from: string): Promise<ClassDay[]> {
  const { rows } = await pool().query<ClassDay>({
    name: 'class-days',
    text: 'SELECT day::text AS day, active, answers FROM class_day WHERE class_id = $1 AND day >= $2::date ORDER BY day',
    values: [classId, from],
  });
  return rows;
}

/** How many lessons were completed on each day, over all learners and lessons. */
export async function completedDays(
  classId: string,
  from: string,
): Promise<{ readonly day: string; readonly lessons: number }[]> {
  const { rows } = await pool().query<{ day: string; lessons: number }>({
    name: 'class-completed-days',
    // The lesson's own counters stand first (lib/gradebook/counts): `c2026-11-24`.
    text: `SELECT substr(k.key, 2) AS day, sum(k.value::int)::int AS lessons
      FROM lesson_rollup r CROSS JOIN LATERAL json_each_text(r.counts->0->1) AS k(key, value)
      WHERE r.class_id = $1 AND r.counts->0->>0 = '' AND k.key LIKE 'c%' AND substr(k.key, 2) >= $2
      GROUP BY 1 ORDER BY 1`,
    values: [classId, from],
  });
  return rows;
}

/** How many learners have done so many checks. */
export async function classSpread(classId: string): Promise<{ readonly done: number; readonly learners: number }[]> {
  const { rows } = await pool().query<{ done: number; learners: number }>({
    name: 'class-spread',
    text: 'SELECT done, count(*)::int AS learners FROM class_standing WHERE class_id = $1 GROUP BY done ORDER BY done',
    values: [classId],
  });
  return rows;
}
