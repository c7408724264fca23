import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { ClassRole } from '@/lib/access/class-access';
import { type Actor, audit } from '@/lib/audit/audit-store';
import { enrol } from '@/lib/classes/enrol-store';
import { pool } from '@/lib/db/pool';
import { transaction } from '@/lib/db/transaction';
import type { Launch } from '@/lib/lti/launch';

/** A platform's course, and the class it is here. */
export type Course = {
  readonly id: string;
  readonly platformId: string;
  readonly classId: string;
  readonly title: string;
  readonly membershipsUrl: string | null;
  readonly isArchived: boolean;
};

const columns = `c.id, c.platform_id AS "platformId", c.class_id AS "classId", c.title, c.memberships_url AS "membershipsUrl",
  k.archived_at IS NOT NULL AS "isArchived"`;

type Place = { readonly platformId: string; readonly deploymentId: string; readonly contextId: string };

export async function findCourse({ platformId, deploymentId, contextId }: Place): Promise<Course | null> {
  const { rows } = await pool().query<Course>(
    `SELECT ${columns} FROM lti_context c JOIN class k ON k.id = c.class_id
     WHERE c.platform_id = $1 AND c.deployment_id = $2 AND c.context_id = $3`,
    [platformId, deploymentId, contextId],
  );
  return rows[0] ?? null;
}

export async function courseById(id: string): Promise<Course | null> {
  const { rows } = await pool().query<Course>(
    `SELECT ${columns} FROM lti_context c JOIN class k ON k.id = c.class_id WHERE c.id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

/** Courses with a list of members, whose class goes on and which somebody came from within `days`. */
export async function coursesInUse(days: number): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>(
    `SELECT c.id FROM lti_context c JOIN class k ON k.id = c.class_id
     WHERE c.memberships_url IS NOT NULL AND k.archived_at IS NULL AND c.launched_at > now() - make_interval(days => $1)`,
    [days],
  );
  return rows.map(({ id }) => id);
}

/** Connects a course with a class. Of two who do so at once the first decides. */
export async function connectCourse(place: Place, title: string, classId: string, actor: Actor): Promise<void> {
  await transaction(async (client) => {
    const id = randomUUID();
    const { rowCount } = await client.query(
      `INSERT INTO lti_context (id, platform_id, deployment_id, context_id, class_id, title) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING`,
      [id, place.platformId, place.deploymentId, place.contextId, classId, title],
    );
    if (rowCount === 1) await audit({ actor, action: 'lti-linked', subject: id, classId }, client);
  });
}

/** What each launch tells of its course. */
export async function noteLaunch(courseId: string, { context, membershipsUrl }: Launch): Promise<void> {
  await pool().query(
    `UPDATE lti_context SET launched_at = now(), title = coalesce(nullif($2, ''), title), memberships_url = coalesce($3, memberships_url) WHERE id = $1`,
    [courseId, context?.title ?? '', membershipsUrl],
  );
}

/** The link that was followed, with where it leads and where its scores go; each launch tells it anew. Returns its id. */
export async function keepLink(courseId: string, launch: Launch): Promise<string | null> {
  const { link, target, grades } = launch;
  if (!link) return null;
  const { rows } = await pool().query<{ id: string }>(
    `INSERT INTO lti_link AS k (id, context, resource_link_id, title, target, line_items_url, line_item_url, scopes)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (context, resource_link_id) DO UPDATE SET title = excluded.title, target = coalesce(excluded.target, k.target),
       line_items_url = coalesce(excluded.line_items_url, k.line_items_url),
       line_item_url = coalesce(excluded.line_item_url, k.line_item_url), scopes = excluded.scopes
     RETURNING id`,
    [
      randomUUID(),
      courseId,
      link.id,
      link.title,
      target,
      grades?.lineItems ?? null,
      grades?.lineItem ?? null,
      grades?.scopes ?? [],
    ],
  );
  return rows[0]?.id ?? null;
}

/** From now on the learner's score at this link is told to the platform. */
export async function watchScore(linkId: string, learnerId: string, subject: string): Promise<void> {
  await pool().query(
    `INSERT INTO lti_score (learner_id, link, subject, looked_at) VALUES ($1, $2, $3, to_timestamp(0)) ON CONFLICT DO NOTHING`,
    [learnerId, linkId, subject],
  );
}

export type Member = { readonly learnerId: string; readonly subject: string; readonly role: ClassRole };

/**
 * Takes people of a course into its class. Who is a member by other ways stays what they are; who came from the school's system is there what
 * they are in it. Returns how many are new or back.
 */
export async function enterCourse(
  client: Pick<PoolClient, 'query'>,
  course: Pick<Course, 'id' | 'classId'>,
  members: readonly Member[],
): Promise<number> {
  const came = await enrol(client, course.classId, members, 'school');
  const asked = JSON.stringify(
    members.map(({ learnerId, subject, role }) => ({ learner_id: learnerId, subject, role })),
  );
  const given = 'jsonb_to_recordset($2) AS m(learner_id uuid, subject text, role text)';
  await client.query(
    `UPDATE enrolment e SET role = m.role::"ClassRole" FROM ${given}
     WHERE e.class_id = $1 AND e.learner_id = m.learner_id AND e.came_by = 'school' AND e.left_at IS NULL AND e.role <> m.role::"ClassRole"`,
    [course.classId, asked],
  );
  await client.query(
    `INSERT INTO lti_member (learner_id, context, subject) SELECT m.learner_id, $1, m.subject FROM ${given}
     ON CONFLICT (learner_id, context) DO UPDATE SET seen_at = now()`,
    [course.id, asked],
  );
  return came.length;
}

/** Those who came from this course and are no longer in it have left the class; nothing of theirs is erased. Returns how many. */
export async function leaveCourse(
  client: Pick<PoolClient, 'query'>,
  course: Pick<Course, 'id' | 'classId'>,
  present: readonly string[],
): Promise<number> {
  const { rowCount } = await client.query(
    `UPDATE enrolment e SET left_at = now() FROM lti_member m
     WHERE m.context = $1 AND m.learner_id = e.learner_id AND e.class_id = $2 AND e.came_by = 'school' AND e.left_at IS NULL
       AND NOT e.learner_id = ANY($3::uuid[])`,
    [course.id, course.classId, present],
  );
  return rowCount ?? 0;
}

export async function noteSynced(client: Pick<PoolClient, 'query'>, courseId: string): Promise<void> {
  await client.query('UPDATE lti_context SET synced_at = now() WHERE id = $1', [courseId]);
}
