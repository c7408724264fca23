import { type Actor, audit } from '@/lib/audit/audit-store';
import { type MemberName, memberNameColumns } from '@/lib/classes/display-name';
import { pool } from '@/lib/db/pool';
import { transaction } from '@/lib/db/transaction';

/** Whose reports are asked for: of items of the lessons that the class follows (null: of all), and of its own questions. */
export type ReportedClass = { readonly classId: string; readonly lessons: readonly string[] | null };

/** A report of one of the class's learners, with what its staff made of it. */
export type ClassReport = MemberName & {
  readonly learnerId: string;
  readonly id: string;
  readonly item: string;
  readonly version: string;
  readonly kind: 'wrong' | 'stuck';
  readonly text: string;
  /** What stood on the screen, as it was sent: anybody's. */
  readonly state: unknown;
  readonly reportedAt: Date;
  readonly settled: { readonly note: string; readonly at: string; readonly by: string | null } | null;
};

/** SQL: reports (`r`) of who is in class `c` as a learner now, about what the class has to do with; $1 the class, $2 its lessons. */
const classReports = `class c JOIN enrolment e ON e.class_id = c.id AND e.role = 'learner' AND e.left_at IS NULL
  JOIN learner l ON l.id = e.learner_id JOIN report r ON r.learner_id = e.learner_id
    AND ($2::text[] IS NULL AND r.item NOT LIKE 'class/%' OR regexp_replace(r.item, '/[^/]*$', '') = ANY($2)
      OR starts_with(r.item, 'class/' || c.id || '/'))
  LEFT JOIN report_settlement s ON s.class_id = c.id AND s.learner_id = r.learner_id AND s.report_id = r.id
  WHERE c.id = $1`;

const columns = `r.learner_id AS "learnerId", r.id, r.item, r.version, r.kind, r.text, r.state, r.reported_at AS "reportedAt",
  ${memberNameColumns}, CASE WHEN s.report_id IS NOT NULL THEN jsonb_build_object('note', s.note, 'at', s.settled_at,
    'by', (SELECT coalesce(w.name, w.login) FROM learner w WHERE w.id = s.settled_by)) END AS settled`;

export async function countOpenReports({ classId, lessons }: ReportedClass): Promise<number> {
  const { rows } = await pool().query<{ open: number }>({
    name: 'class-open-reports',
    text: `SELECT count(*)::int AS open FROM ${classReports} AND s.report_id IS NULL`,
    values: [classId, lessons],
  });
  return rows[0]?.open ?? 0;
}

/** Open ones, or settled ones, the latest first. */
export async function classReportsOf(
  { classId, lessons }: ReportedClass,
  state: 'open' | 'settled',
  most: number,
): Promise<ClassReport[]> {
  const { rows } = await pool().query<ClassReport>({
    name: `class-reports-${state}`,
    text: `SELECT ${columns} FROM ${classReports} AND s.report_id IS ${state === 'open' ? '' : 'NOT'} NULL
      ORDER BY r.reported_at DESC, r.id LIMIT $3`,
    values: [classId, lessons, most],
  });
  return rows;
}

/** A report of the class; undefined: there is none, or it is no business of this class. */
export async function findClassReport(
  { classId, lessons }: ReportedClass,
  learnerId: string,
  id: string,
): Promise<ClassReport | undefined> {
  const { rows } = await pool().query<ClassReport>({
    name: 'class-report',
    text: `SELECT ${columns} FROM ${classReports} AND r.learner_id = $3 AND r.id = $4`,
    values: [classId, lessons, learnerId, id],
  });
  return rows[0];
}

/** Settles a report, for this class; `stale`: somebody has done so already. */
export function settleReport(
  classId: string,
  report: Pick<ClassReport, 'learnerId' | 'id' | 'item'>,
  note: string,
  actor: Actor & { readonly id: string },
): Promise<'done' | 'stale'> {
  return transaction(async (client) => {
    const { rowCount } = await client.query(
      `INSERT INTO report_settlement (class_id, learner_id, report_id, note, settled_by) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING`,
      [classId, report.learnerId, report.id, note, actor.id],
    );
    if (rowCount === 0) return 'stale';
    // Without the note: it may name people.
    await audit(
      { actor, action: 'report-settled', subject: report.item, classId, detail: { report: report.id } },
      client,
    );
    return 'done';
  });
}
