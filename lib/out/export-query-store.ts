import { escapeLiteral } from 'pg';
import { bookedAttempts, earned, possible } from '@/lib/attempts/graded-attempts-store';
import { columnKey, type NamedColumn } from '@/lib/gradebook/columns';
import { whole } from '@/lib/gradebook/rollup';
import { formulaSigns } from '@/lib/out/safe-cell';

// COPY takes no parameters: what varies is written into the statement, as a literal.

const signs = `ARRAY[${formulaSigns.map((sign) => escapeLiteral(sign)).join(', ')}]`;

/** SQL: a text that a spreadsheet takes for a text; the same as `safeCell`. */
export function safeText(text: string): string {
  return `CASE WHEN left(${text}, 1) = ANY(${signs}) THEN '''' || ${text} ELSE ${text} END`;
}

/** SQL: who learns in the class, as staff may know them: in a class without names by pseudonym alone, without sign-in, address and number. */
const members = (classId: string) => `(SELECT e.learner_id, e.listed_as, e.group_name, c.is_pseudonymous AS hidden,
    CASE WHEN c.is_pseudonymous THEN coalesce(e.pseudonym, left(e.learner_id::text, 8)) ELSE coalesce(l.name, l.login) END AS called,
    CASE WHEN NOT c.is_pseudonymous THEN l.login END AS login, CASE WHEN NOT c.is_pseudonymous THEN l.email END AS email,
    CASE WHEN NOT c.is_pseudonymous THEN e.external_id END AS external_id, l.last_seen_at
  FROM enrolment e JOIN class c ON c.id = e.class_id JOIN learner l ON l.id = e.learner_id
  WHERE e.class_id = ${escapeLiteral(classId)} AND e.role = 'learner' AND e.left_at IS NULL ORDER BY e.listed_as, e.learner_id)`;

/** SQL: a moment as ISO 8601 in UTC, which spreadsheets read and which sorts. */
const moment = (at: string) => `to_char(${at} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** How a cell is written: what the work earned, or what staff decided in its place. */
export type CellForm = {
  /** SQL of a score, of a share 0 to 1. */
  readonly score: (share: string, column: NamedColumn) => string;
  /** SQL of what stands where work was excused. */
  readonly excused: string;
};

/** SQL: one expression a column; `s` has the shares by column, `d` what staff decided. */
function cells(columns: readonly NamedColumn[], { score, excused }: CellForm): string[] {
  return columns.map((column, at) => {
    const share = `coalesce(d.share${at}, s.share${at})`;
    return `CASE WHEN d.excused${at} THEN ${excused} ELSE (${score(share, column)})::text END`;
  });
}

/**
 * SQL: shares and decisions, one row a learner with a field for each column. Lessons are read from what is folded; assignments from the table that
 * was filled beforehand (export-store).
 */
function scores(classId: string, columns: readonly NamedColumn[]): string {
  const id = escapeLiteral(classId);
  const each = columns.map(({ column }, at) => {
    const key = escapeLiteral(
      column.kind === 'assignment' ? column.assignment : column.kind === 'lesson' ? column.lesson : column.item,
    );
    return `max(share) FILTER (WHERE place = ${key}) AS share${at}`;
  });
  const decided = columns.flatMap(({ column }, at) => {
    const key = escapeLiteral(columnKey(column));
    return [
      `max(share) FILTER (WHERE grade_column = ${key} AND kind = 'given') AS share${at}`,
      `bool_or(grade_column = ${key} AND kind = 'excused') AS excused${at}`,
    ];
  });
  if (columns.length === 0) return '';
  return `LEFT JOIN (SELECT learner_id, ${each.join(', ')} FROM (
      SELECT learner_id, lesson AS place, share::float8 / ${whole} AS share FROM lesson_score WHERE class_id = ${id}
      UNION ALL SELECT learner_id, place, share FROM export_work) AS worked GROUP BY learner_id) AS s ON s.learner_id = m.learner_id
    LEFT JOIN (SELECT learner_id, ${decided.join(', ')} FROM (
      SELECT DISTINCT ON (learner_id, grade_column) learner_id, grade_column, kind, share FROM grade_override
      WHERE class_id = ${id} ORDER BY learner_id, grade_column, revision DESC) AS standing GROUP BY learner_id) AS d ON d.learner_id = m.learner_id`;
}

/** SQL: the gradebook, one row a learner: who they are (`about`, of `m`), then their cells. */
export function gradebookRows(
  classId: string,
  columns: readonly NamedColumn[],
  about: readonly string[],
  form: CellForm,
): string {
  return `SELECT ${[...about, ...cells(columns, form)].join(', ')} FROM ${members(classId)} AS m ${scores(classId, columns)} ORDER BY m.listed_as, m.learner_id`;
}

/** SQL: the same, each row as one JSON object. */
export function gradebookObjects(classId: string, columns: readonly NamedColumn[]): string {
  const shown = columns.map(({ column }, at) => {
    const share = `coalesce(d.share${at}, s.share${at})`;
    const how = `CASE WHEN d.excused${at} THEN 'excused' WHEN d.share${at} IS NOT NULL THEN 'given' ELSE 'worked' END`;
    return `${escapeLiteral(columnKey(column))}, CASE WHEN d.excused${at} OR ${share} IS NOT NULL THEN
      json_build_object('share', CASE WHEN NOT coalesce(d.excused${at}, false) THEN ${share} END, 'kind', ${how}) END`;
  });
  // A function takes a hundred arguments: so many columns at once, and then together.
  const parts: string[] = [];
  for (let from = 0; from < shown.length; from += 40)
    parts.push(`jsonb_build_object(${shown.slice(from, from + 40).join(', ')})`);
  const grades = parts.length > 0 ? `jsonb_strip_nulls(${parts.join(' || ')})` : `'{}'::jsonb`;
  return `SELECT json_build_object('id', m.learner_id, 'name', CASE WHEN NOT m.hidden THEN m.called END, 'pseudonym', CASE WHEN m.hidden THEN m.called END,
      'login', m.login, 'email', m.email, 'externalId', m.external_id, 'group', m.group_name, 'lastSeenAt', ${moment('m.last_seen_at')}, 'grades', ${grades})
    FROM ${members(classId)} AS m ${scores(classId, columns)} ORDER BY m.listed_as, m.learner_id`;
}

/** What is told of a learner in the gradebook's own file. */
export const aboutLearner = [
  safeText('m.called'),
  safeText('m.login'),
  safeText('m.external_id'),
  safeText('m.group_name'),
  moment('m.last_seen_at'),
];

/** Canvas: Student, ID, SIS User ID, SIS Login ID, Section. */
export const aboutForCanvas = [
  safeText('m.called'),
  'NULL',
  safeText('m.external_id'),
  safeText('coalesce(m.email, m.login)'),
  safeText('m.group_name'),
];

/** Moodle: full name, ID number, Username, Email address. */
export const aboutForMoodle = [
  safeText('m.called'),
  safeText('m.external_id'),
  safeText('m.login'),
  safeText('m.email'),
];

/**
 * SQL: every attempt that the class's staff may see: work that was set to this class, and practice in its lessons (null: in all). Learner by learner,
 * each in the order of time, by the indexes: nothing waits for the whole to be sorted.
 */
export function attemptRows(classId: string, practice: readonly string[] | null): string {
  const id = escapeLiteral(classId);
  const lessons = practice && `ARRAY[${practice.map((lesson) => escapeLiteral(lesson)).join(', ')}]::text[]`;
  const isPractice = lessons ? `regexp_replace(a.item, '/[^/]*$', '') = ANY(${lessons})` : 'true';
  return `SELECT ${safeText('m.called')}, ${safeText('m.external_id')}, ${safeText('m.group_name')}, a.item, ${safeText('a.assignment')}, a.ordinal, a.received_at,
      a.earned, a.possible, a.share, a.credit, a.help, a.misconception, a.landmark, a.response
    FROM ${members(classId)} AS m CROSS JOIN LATERAL (
      SELECT a.item, coalesce(w.title->>'en', w.title->>'zh') AS assignment, nullif(a.ordinal, 0) AS ordinal, ${moment('a.received_at')} AS received_at,
        ${earned} AS earned, ${possible} AS possible, ${earned} / nullif(${possible}, 0) AS share,
        CASE WHEN g.attempt_id IS NULL THEN a.credit ELSE g.credit END AS credit, a.help,
        coalesce(g.detail, a.detail)->>'misconception' AS misconception, coalesce(g.detail, a.detail)->>'landmark' AS landmark, a.response::text AS response
      FROM ${bookedAttempts} LEFT JOIN assignment w ON w.id = a.assignment_id
      WHERE a.learner_id = m.learner_id AND CASE WHEN a.assignment_id IS NULL THEN ${isPractice} ELSE w.class_id = ${id} END
      ORDER BY a.received_at, a.id) AS a`;
}
