import { pool } from '@/lib/db/pool';

/** SQL: reports (`r`) of who is in class $1 as a learner now, with what its staff made of them (`s`). */
export const classReports = `report r
  JOIN enrolment e ON e.class_id = $1 AND e.learner_id = r.learner_id AND e.role = 'learner' AND e.left_at IS NULL
  LEFT JOIN report_settlement s ON s.class_id = $1 AND s.learner_id = r.learner_id AND s.report_id = r.id`;

/** How many reports of the class's learners nobody has settled yet. */
export async function openReports(classId: string): Promise<number> {
  const { rows } = await pool().query<{ open: number }>({
    name: 'class-open-reports',
    text: `SELECT count(*)::int AS open FROM ${classReports} WHERE s.report_id IS NULL`,
    values: [classId],
  });
  return rows[0]?.open ?? 0;
}
