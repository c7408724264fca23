import type { ClassRole } from '@/lib/access/class-access';
import type { Role } from '@/lib/auth/role';
import { type MemberName, memberNameColumns } from '@/lib/classes/display-name';
import type { CameBy } from '@/lib/classes/enrol-store';
import { pool } from '@/lib/db/pool';
import { pseudonymPiece } from '@/lib/words/pseudonym';

/** One row of the roster. What is told of a learner's account follows from who made it: an account of one's own is its holder's. */
export type Member = MemberName & {
  readonly learnerId: string;
  readonly role: ClassRole;
  readonly group: string | null;
  readonly externalId: string | null;
  readonly enrolledAt: Date;
  readonly cameBy: CameBy;
  readonly lastSeenAt: Date | null;
  /** What an account that was made here signs in with; null where names are hidden, and for accounts made elsewhere. */
  readonly login: string | null;
  readonly isMadeHere: boolean;
  readonly siteRole: Role;
  readonly isStaffSomewhere: boolean;
  readonly hasEmail: boolean;
  /** Somebody has chosen a password, or signs in from elsewhere: the account is in use. */
  readonly isInUse: boolean;
  readonly listedAs: string;
};

const memberColumns = `e.learner_id AS "learnerId", ${memberNameColumns}, e.role, e.group_name AS "group",
  CASE WHEN c.is_pseudonymous AND e.role = 'learner' THEN NULL ELSE e.external_id END AS "externalId",
  e.enrolled_at AS "enrolledAt", e.came_by AS "cameBy", CASE WHEN l.made_by_class IS NULL OR l.last_seen_at > l.created_at THEN l.last_seen_at END AS "lastSeenAt",
  CASE WHEN l.made_by_class = c.id AND NOT (c.is_pseudonymous AND e.role = 'learner') THEN l.login END AS login,
  coalesce(l.made_by_class = c.id, false) AS "isMadeHere", l.role AS "siteRole", l.email IS NOT NULL AS "hasEmail",
  l.password_hash IS NOT NULL OR EXISTS (SELECT FROM external_account x WHERE x.learner_id = l.id) AS "isInUse",
  EXISTS (SELECT FROM enrolment s WHERE s.learner_id = l.id AND s.role <> 'learner' AND s.left_at IS NULL) AS "isStaffSomewhere",
  e.listed_as AS "listedAs"`;
const members = 'enrolment e JOIN class c ON c.id = e.class_id JOIN learner l ON l.id = e.learner_id';

export type RosterAsked = {
  readonly search?: string;
  readonly group?: string;
  readonly role?: ClassRole;
  /** The last row of the page before. */
  readonly after?: { readonly listedAs: string; readonly learnerId: string };
};

/** A page of the roster in the order of names, however long the roster is. One row more than `limit` says that there is more. */
export async function rosterPage(classId: string, asked: RosterAsked, limit: number): Promise<Member[]> {
  const { search = '', group = null, role = null, after } = asked;
  const pattern = search.trim() === '' ? null : likePattern(search.trim().toLowerCase());
  const coded = search.trim() === '' ? null : likePattern(pseudonymPiece(search));
  const { rows } = await pool().query<Member>(
    `SELECT ${memberColumns} FROM ${members}
     WHERE e.class_id = $1 AND e.left_at IS NULL AND (e.listed_as, e.learner_id) > ($2, $3::uuid)
       AND ($4::text IS NULL OR e.group_name = $4) AND ($5::text IS NULL OR e.role = $5::"ClassRole")
       AND ($6::text IS NULL OR e.listed_as LIKE $6 OR (c.is_pseudonymous AND e.listed_as LIKE $7))
     ORDER BY e.listed_as, e.learner_id LIMIT $8`,
    [
      classId,
      after?.listedAs ?? '',
      after?.learnerId ?? '00000000-0000-0000-0000-000000000000',
      group,
      role,
      pattern,
      coded,
      limit,
    ],
  );
  return rows;
}

function likePattern(piece: string): string {
  return `%${piece.slice(0, 200).replace(/[\\%_]/g, '\\$&')}%`;
}

/** Those of these who are members of the class, in the order of names. */
export async function membersAmong(classId: string, learnerIds: readonly string[]): Promise<Member[]> {
  const { rows } = await pool().query<Member>(
    `SELECT ${memberColumns} FROM ${members}
     WHERE e.class_id = $1 AND e.left_at IS NULL AND e.learner_id = ANY($2::uuid[]) ORDER BY e.listed_as, e.learner_id`,
    [classId, learnerIds],
  );
  return rows;
}

/** Learners whose account was made here and who have not used it yet: a card waits for each of them. */
export async function membersWithoutSignIn(classId: string, limit: number): Promise<Member[]> {
  const { rows } = await pool().query<Member>(
    `SELECT ${memberColumns} FROM ${members}
     WHERE e.class_id = $1 AND e.left_at IS NULL AND e.role = 'learner' AND l.made_by_class = $1 AND l.password_hash IS NULL
     ORDER BY e.listed_as, e.learner_id LIMIT $2`,
    [classId, limit],
  );
  return rows;
}

export type RosterCount = {
  readonly learners: number;
  readonly assistants: number;
  readonly instructors: number;
  readonly requests: number;
  readonly groups: readonly { readonly name: string; readonly learners: number }[];
};

/** How many there are of each, and the groups, those without members included. */
export async function countRoster(classId: string): Promise<RosterCount> {
  const { rows } = await pool().query<RosterCount>(
    `WITH counted AS (SELECT role, group_name, count(*)::int AS n FROM enrolment WHERE class_id = $1 AND left_at IS NULL GROUP BY 1, 2)
     SELECT (SELECT coalesce(sum(n), 0)::int FROM counted WHERE role = 'learner') AS learners,
       (SELECT coalesce(sum(n), 0)::int FROM counted WHERE role = 'assistant') AS assistants,
       (SELECT coalesce(sum(n), 0)::int FROM counted WHERE role = 'instructor') AS instructors,
       (SELECT count(*)::int FROM join_request WHERE class_id = $1) AS requests,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('name', g.name, 'learners',
            (SELECT coalesce(sum(n), 0) FROM counted WHERE group_name = g.name)) ORDER BY lower(g.name), g.name), '[]')
          FROM (SELECT unnest(c.groups) AS name UNION SELECT group_name FROM counted WHERE group_name IS NOT NULL) g) AS groups
     FROM class c WHERE c.id = $1`,
    [classId],
  );
  return rows[0] ?? { learners: 0, assistants: 0, instructors: 0, requests: 0, groups: [] };
}
