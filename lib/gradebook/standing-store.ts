import type { PoolClient } from 'pg';
import { type Member, memberKey, riskOf, type Standing } from '@/lib/gradebook/standing';

type Client = Pick<PoolClient, 'query'>;
export type Pair = Pick<Member, 'learnerId' | 'classId'>;

type Row = {
  learner_id: string;
  class_id: string;
  belongs: boolean;
  listed_as: string;
  group_name: string | null;
  time_zone: string;
  paths: string[];
  visited: number;
  name_key: string | null;
  counted_group: string | null;
  done: number;
  stuck: number;
  seen: number;
  days: Record<string, number>;
};

/** These learners in these classes. A class that is gone took all of it along. */
export async function membersOf(client: Client, pairs: readonly Pair[]): Promise<Member[]> {
  const { rows } = await client.query<Row>({
    name: 'fold-members',
    text: `SELECT p.learner_id, p.class_id, l.id IS NOT NULL AND e.role = 'learner' AND e.left_at IS NULL AS belongs,
        coalesce(e.listed_as, '') AS listed_as, e.group_name, c.time_zone, c.paths,
        coalesce(extract(epoch FROM l.last_seen_at), 0)::float8 AS visited,
        s.name_key, s.group_name AS counted_group, s.done, s.stuck, s.seen::float8 AS seen, s.days
      FROM unnest($1::uuid[], $2::uuid[]) AS p(learner_id, class_id)
        JOIN class c ON c.id = p.class_id
        LEFT JOIN enrolment e ON e.learner_id = p.learner_id AND e.class_id = p.class_id
        LEFT JOIN learner l ON l.id = p.learner_id
        LEFT JOIN class_standing s ON s.learner_id = p.learner_id AND s.class_id = p.class_id`,
    values: [pairs.map(({ learnerId }) => learnerId), pairs.map(({ classId }) => classId)],
  });
  return rows.map((row) => ({
    learnerId: row.learner_id,
    classId: row.class_id,
    belongs: row.belongs === true,
    listedAs: row.listed_as,
    group: row.group_name,
    zone: row.time_zone,
    paths: row.paths,
    visited: Math.floor(row.visited),
    counted: row.name_key === null ? null : toStanding(row, row.name_key),
  }));
}

function toStanding(row: Row, nameKey: string): Standing {
  const { counted_group: group, done, stuck, seen, days } = row;
  return { nameKey, group, done, stuck, seen, days };
}

/** The classes in which these learners are counted. */
export async function countedIn(client: Client, learnerIds: readonly string[]): Promise<Pair[]> {
  const { rows } = await client.query<{ learnerId: string; classId: string }>({
    name: 'fold-counted-in',
    text: 'SELECT learner_id AS "learnerId", class_id AS "classId" FROM class_standing WHERE learner_id = ANY($1)',
    values: [learnerIds],
  });
  return rows;
}

/** Since when a learner's days are to be counted again; null: all of them. */
export type DaysWanted = Pair & { readonly since: Date | null };

/** Answers by day, by `memberKey`: counted again from the day on which each `since` falls. */
export async function daysOf(
  client: Client,
  wanted: readonly DaysWanted[],
): Promise<Map<string, { readonly from: string; readonly days: Record<string, number> }>> {
  const { rows } = await client.query<{
    learner_id: string;
    class_id: string;
    start: string;
    days: Record<string, number>;
  }>({
    name: 'fold-days',
    text: `SELECT p.learner_id, p.class_id, p.start,
        coalesce((SELECT json_object_agg(d.day, d.answers) FROM (
          SELECT (a.received_at AT TIME ZONE p.zone)::date AS day, count(*) AS answers
          FROM attempt a LEFT JOIN assignment w ON w.id = a.assignment_id
          WHERE a.learner_id = p.learner_id AND (p.start = '' OR a.received_at >= p.start::timestamp AT TIME ZONE p.zone)
            AND (a.assignment_id IS NULL OR w.class_id = p.class_id)
          GROUP BY 1) d), '{}') AS days
      FROM (SELECT u.learner_id, u.class_id, c.time_zone AS zone, coalesce((u.since AT TIME ZONE c.time_zone)::date::text, '') AS start
        FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) AS u(learner_id, class_id, since) JOIN class c ON c.id = u.class_id) p`,
    values: [
      wanted.map(({ learnerId }) => learnerId),
      wanted.map(({ classId }) => classId),
      wanted.map(({ since }) => since),
    ],
  });
  return new Map(
    rows.map(({ learner_id, class_id, start, days }) => [
      memberKey({ learnerId: learner_id, classId: class_id }),
      { from: start, days },
    ]),
  );
}

export async function saveStandings(
  client: Client,
  standings: readonly (Pair & { standing: Standing })[],
): Promise<void> {
  if (standings.length === 0) return;
  await client.query({
    name: 'fold-save-standings',
    text: `INSERT INTO class_standing AS s (learner_id, class_id, name_key, group_name, done, stuck, seen, risk, days)
      SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::int[], $6::int[], $7::bigint[], $8::bigint[], $9::json[])
      ON CONFLICT (learner_id, class_id) DO UPDATE SET name_key = excluded.name_key, group_name = excluded.group_name,
        done = excluded.done, stuck = excluded.stuck, seen = excluded.seen, risk = excluded.risk, days = excluded.days`,
    values: [
      standings.map(({ learnerId }) => learnerId),
      standings.map(({ classId }) => classId),
      standings.map(({ standing }) => standing.nameKey),
      standings.map(({ standing }) => standing.group),
      standings.map(({ standing }) => standing.done),
      standings.map(({ standing }) => standing.stuck),
      standings.map(({ standing }) => standing.seen),
      standings.map(({ standing }) => riskOf(standing)),
      standings.map(({ standing }) => JSON.stringify(standing.days)),
    ],
  });
}

export async function removeStandings(client: Client, pairs: readonly Pair[]): Promise<void> {
  if (pairs.length === 0) return;
  await client.query(
    `DELETE FROM class_standing s USING unnest($1::uuid[], $2::uuid[]) AS p(learner_id, class_id)
     WHERE s.learner_id = p.learner_id AND s.class_id = p.class_id`,
    [pairs.map(({ learnerId }) => learnerId), pairs.map(({ classId }) => classId)],
  );
}

/** Whoever is, or was, enrolled in a class. */
export async function enrolledIn(client: Client, classId: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    'SELECT learner_id AS id FROM enrolment WHERE class_id = $1 ORDER BY 1',
    [classId],
  );
  return rows.map(({ id }) => id);
}
