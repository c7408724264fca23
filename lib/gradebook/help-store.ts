import { type MemberName, memberNameColumns } from '@/lib/classes/display-name';
import { pool } from '@/lib/db/pool';
import { aheadFrom, type Course, usualInactiveDays } from '@/lib/gradebook/needs-help';
import { type PackedScore, unpackScore } from '@/lib/gradebook/packed-score';

/** As many of each kind are shown; the gradebook has the others, sorted. */
export const shownLearners = 12;

export type HelpRow = MemberName & {
  readonly learnerId: string;
  readonly group: string | null;
  readonly done: number;
  readonly stuck: number;
  readonly seenAt: Date | null;
  /** Only where names are shown. */
  readonly email: string | null;
};

export type HelpList = { readonly total: number; readonly rows: readonly HelpRow[] };

const columns = `s.learner_id AS "learnerId", s.group_name AS "group", s.done, s.stuck, to_timestamp(nullif(s.seen, 0)::float8) AS "seenAt",
  ${memberNameColumns}, CASE WHEN NOT c.is_pseudonymous THEN l.email END AS email`;

type Kind = { rule: string; order: string; asked: (course: Course, activeSince: Date) => number[] };

/** Each kind by the rule of `signsOf`, and by an index that stands in its order. */
const kinds = {
  stuck: { rule: 's.risk >= 100000000000', order: 's.risk DESC, s.learner_id DESC', asked: () => [] },
  inactive: {
    rule: 's.seen <= $2 AND ($3 = 0 OR s.done < $3)',
    order: 's.seen, s.learner_id',
    asked: ({ of }, activeSince) => [Math.floor(activeSince.getTime() / 1000), of],
  },
  ahead: { rule: 's.done >= $2', order: 's.done DESC, s.learner_id DESC', asked: (course) => [aheadFrom(course)] },
} as const satisfies Record<string, Kind>;

export type HelpKind = keyof typeof kinds;

/** Who of a class may want a word. Ask `classFor(…, 'view:gradebook')` first. */
export async function helpList(classId: string, kind: HelpKind, course: Course, activeSince: Date): Promise<HelpList> {
  const { rule, order, asked }: Kind = kinds[kind];
  const values = [classId, ...asked(course, activeSince)];
  const [{ rows: totals }, { rows }] = await Promise.all([
    pool().query<{ total: number }>({
      name: `help-total-${kind}`,
      text: `SELECT count(*)::int AS total FROM class_standing s WHERE s.class_id = $1 AND ${rule}`,
      values,
    }),
    pool().query<HelpRow>({
      name: `help-${kind}`,
      text: `SELECT ${columns} FROM (
            SELECT * FROM class_standing s WHERE s.class_id = $1 AND ${rule} ORDER BY ${order} LIMIT ${shownLearners}) s
          JOIN enrolment e ON e.learner_id = s.learner_id AND e.class_id = s.class_id
          JOIN class c ON c.id = s.class_id JOIN learner l ON l.id = s.learner_id
        ORDER BY ${order}`,
      values,
    }),
  ]);
  return { total: totals[0]?.total ?? 0, rows };
}

/** `path/lesson#objective` of what these learners are stuck on, by learner. */
export async function stuckOn(
  classId: string,
  learnerIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await pool().query<{ learnerId: string; lesson: string; score: PackedScore }>({
    name: 'help-stuck-on',
    text: `SELECT learner_id AS "learnerId", lesson, score FROM lesson_score
      WHERE class_id = $1 AND learner_id = ANY($2) AND stuck > 0 ORDER BY lesson`,
    values: [classId, learnerIds],
  });
  const found = new Map<string, readonly string[]>();
  for (const { learnerId, lesson, score } of rows)
    found.set(learnerId, [
      ...(found.get(learnerId) ?? []),
      ...[...unpackScore(score).stuck.keys()].map((objective) => `${lesson}#${objective}`),
    ]);
  return found;
}

export async function inactiveDaysOf(classId: string): Promise<number> {
  const { rows } = await pool().query<{ days: number }>(
    'SELECT inactive_days AS days FROM class_watch WHERE class_id = $1',
    [classId],
  );
  return rows[0]?.days ?? usualInactiveDays;
}

export async function setInactiveDays(classId: string, days: number): Promise<void> {
  await pool().query(
    `INSERT INTO class_watch (class_id, inactive_days) SELECT id, $2 FROM class WHERE id = $1
     ON CONFLICT (class_id) DO UPDATE SET inactive_days = excluded.inactive_days`,
    [classId, days],
  );
}
