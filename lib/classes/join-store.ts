import type { ClassRole } from '@/lib/access/class-access';
import { type Actor, audit } from '@/lib/audit/audit-store';
import { type ClassRow, classColumns, toClassroom } from '@/lib/classes/class-store';
import type { Classroom } from '@/lib/classes/classroom';
import type { MemberName } from '@/lib/classes/display-name';
import { enrol } from '@/lib/classes/enrol-store';
import { type Joinable, standingOfJoin } from '@/lib/classes/join-rules';
import { pool } from '@/lib/db/pool';
import { transaction } from '@/lib/db/transaction';

/** What whoever has typed a code is told of the class before they join. */
export type ClassToJoin = {
  readonly classroom: Classroom;
  readonly instructors: readonly string[];
  readonly standing: Joinable;
  /** What the asker is in it already. */
  readonly role: ClassRole | null;
  readonly hasAsked: boolean;
};

type Row = ClassRow & {
  instructors: string[];
  members: number;
  role: ClassRole | null;
  has_asked: boolean;
  now: Date;
};

/** Undefined: no class has this code, or its time is over: one cannot tell. */
export async function findClassToJoin(learnerId: string, code: string): Promise<ClassToJoin | undefined> {
  const { rows } = await pool().query<Row>(
    `SELECT ${classColumns}, now(),
       ARRAY(SELECT coalesce(l.name, l.login) FROM enrolment s JOIN learner l ON l.id = s.learner_id
         WHERE s.class_id = c.id AND s.role = 'instructor' AND s.left_at IS NULL ORDER BY s.enrolled_at LIMIT 5) AS instructors,
       CASE WHEN c.join_cap IS NULL THEN 0 ELSE (SELECT count(*)::int FROM enrolment m WHERE m.class_id = c.id AND m.role = 'learner' AND m.left_at IS NULL) END AS members,
       (SELECT e.role FROM enrolment e WHERE e.class_id = c.id AND e.learner_id = $1 AND e.left_at IS NULL) AS role,
       EXISTS (SELECT FROM join_request r WHERE r.class_id = c.id AND r.learner_id = $1) AS has_asked
     FROM class c WHERE c.join_code = $2`,
    [learnerId, code],
  );
  const [row] = rows;
  if (!row) return undefined;
  const classroom = toClassroom(row);
  const standing = standingOfJoin(classroom, row.members, row.now);
  if (standing === 'ended' && !row.role) return undefined;
  return { classroom, instructors: row.instructors, standing, role: row.role, hasAsked: row.has_asked };
}

export type Joined =
  | { readonly kind: 'joined' | 'asked' | 'already'; readonly classId: string }
  | { readonly kind: 'unknown' | 'full' };

/** One press: in, or on the list of those who ask. The class's row is locked, so that the last place is given once. */
export function joinClass(learnerId: string, code: string): Promise<Joined> {
  return transaction(async (client) => {
    const { rows } = await client.query<ClassRow & { now: Date }>(
      `SELECT ${classColumns}, now() FROM class c WHERE c.join_code = $1 FOR UPDATE`,
      [code],
    );
    const [row] = rows;
    if (!row) return { kind: 'unknown' };
    const classroom = toClassroom(row);
    const { rows: counted } = await client.query<{ members: number; is_in: boolean }>(
      `SELECT count(*) FILTER (WHERE role = 'learner')::int AS members, coalesce(bool_or(learner_id = $2), false) AS is_in
       FROM enrolment WHERE class_id = $1 AND left_at IS NULL`,
      [classroom.id, learnerId],
    );
    const { members = 0, is_in = false } = counted[0] ?? {};
    if (is_in) return { kind: 'already', classId: classroom.id };
    const standing = standingOfJoin(classroom, members, row.now);
    if (standing === 'ended') return { kind: 'unknown' };
    if (standing === 'full') return { kind: 'full' };
    if (classroom.join.approves) {
      await client.query('INSERT INTO join_request (learner_id, class_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
        learnerId,
        classroom.id,
      ]);
      return { kind: 'asked', classId: classroom.id };
    }
    await enrol(client, classroom.id, [{ learnerId, role: 'learner' }], 'code');
    return { kind: 'joined', classId: classroom.id };
  });
}

export type Request = MemberName & { readonly learnerId: string; readonly requestedAt: Date };

/** Who waits to be let in, the longest first. Where names are hidden nobody is named: a request has no pseudonym yet. */
export async function joinRequests(classId: string, limit = 200): Promise<Request[]> {
  const { rows } = await pool().query<Request>(
    `SELECT r.learner_id AS "learnerId", r.requested_at AS "requestedAt",
       CASE WHEN c.is_pseudonymous THEN NULL ELSE coalesce(l.name, l.login) END AS name, NULL AS pseudonym
     FROM join_request r JOIN class c ON c.id = r.class_id JOIN learner l ON l.id = r.learner_id
     WHERE r.class_id = $1 ORDER BY r.requested_at, r.learner_id LIMIT $2`,
    [classId, limit],
  );
  return rows;
}

/** Lets in those of them who still wait. */
export function letIn(classId: string, learnerIds: readonly string[], actor: Actor): Promise<number> {
  return transaction(async (client) => {
    const { rows } = await client.query<{ learner_id: string }>(
      'SELECT learner_id FROM join_request WHERE class_id = $1 AND learner_id = ANY($2::uuid[])',
      [classId, learnerIds],
    );
    const members = rows.map(({ learner_id }) => ({ learnerId: learner_id, role: 'learner' as const }));
    const enrolled = await enrol(client, classId, members, 'code');
    for (const subject of enrolled) await audit({ actor, action: 'learner-let-in', subject, classId }, client);
    return enrolled.length;
  });
}

export function turnAway(classId: string, learnerIds: readonly string[], actor: Actor): Promise<number> {
  return transaction(async (client) => {
    const { rows } = await client.query<{ learner_id: string }>(
      'DELETE FROM join_request WHERE class_id = $1 AND learner_id = ANY($2::uuid[]) RETURNING learner_id',
      [classId, learnerIds],
    );
    for (const { learner_id } of rows)
      await audit({ actor, action: 'learner-turned-away', subject: learner_id, classId }, client);
    return rows.length;
  });
}

/** Takes one's own request back. */
export async function withdrawRequest(learnerId: string, classId: string): Promise<void> {
  await pool().query('DELETE FROM join_request WHERE learner_id = $1 AND class_id = $2', [learnerId, classId]);
}

export type JoinedClass = {
  readonly id: string;
  readonly name: string;
  readonly role: ClassRole;
  readonly isArchived: boolean;
};

/** The classes somebody is in, archived ones last. */
export async function classesOf(learnerId: string): Promise<JoinedClass[]> {
  const { rows } = await pool().query<JoinedClass>(
    `SELECT c.id, c.name, e.role, c.archived_at IS NOT NULL AS "isArchived" FROM enrolment e JOIN class c ON c.id = e.class_id
     WHERE e.learner_id = $1 AND e.left_at IS NULL ORDER BY c.archived_at IS NOT NULL, lower(c.name), c.id LIMIT 200`,
    [learnerId],
  );
  return rows;
}
