import { pool } from '@/lib/db/pool';

/** A stored attempt; or, of a question that is asked nowhere but in class, what was said and the share of the points it earns. */
export type Ballot = { readonly attemptId: string } | { readonly response: object; readonly share: number | null };

/**
 * Lets this count in the round that takes votes at this moment; of several of one learner the last. False: that round is over, or another's.
 */
export async function castVote(
  learnerId: string,
  { classId, round, ballot }: { classId: string; round: string; ballot: Ballot },
): Promise<boolean> {
  const own = 'attemptId' in ballot ? null : ballot;
  const { rowCount } = await pool().query({
    name: 'live-vote',
    text: `INSERT INTO room_vote (learner_id, round, class_id, attempt_id, response, share)
      SELECT $1, $2::uuid, $3, $4::uuid, $5, $6 FROM class_room r, jsonb_array_elements(r.state #> '{activity,asked,rounds}') AS one
      WHERE r.class_id = $3 AND r.opened_at IS NOT NULL AND r.state #>> '{activity,asked,stage}' = 'voting'
        AND one->>'id' = $2::uuid::text AND one->>'closedAt' IS NULL
        AND ($4::uuid IS NULL OR EXISTS (SELECT FROM attempt a WHERE a.learner_id = $1 AND a.id = $4 AND a.item = r.state #>> '{activity,asked,item}'))
      ON CONFLICT (learner_id, round) DO UPDATE SET attempt_id = excluded.attempt_id, response = excluded.response, share = excluded.share,
        at = excluded.at`,
    values: [
      learnerId,
      round,
      classId,
      'attemptId' in ballot ? ballot.attemptId : null,
      own && JSON.stringify(own.response),
      own?.share ?? null,
    ],
  });
  return rowCount === 1;
}

const said =
  'coalesce(v.response, a.response) AS response, coalesce(v.share, a.earned / nullif(a.possible, 0)) AS share';
const joined = `room_vote v
  JOIN enrolment e ON e.learner_id = v.learner_id AND e.class_id = v.class_id AND e.left_at IS NULL AND e.role = 'learner'
  LEFT JOIN attempt a ON a.learner_id = v.learner_id AND a.id = v.attempt_id`;

export type Vote = { readonly round: string; readonly response: unknown; readonly share: number | null };

/** What was voted in these rounds of the class, by those who are still in it. Whose it was is not said. */
export async function votesIn(classId: string, rounds: readonly string[]): Promise<Vote[]> {
  if (rounds.length === 0) return [];
  const { rows } = await pool().query<Vote>({
    name: 'live-votes',
    text: `SELECT v.round, ${said} FROM ${joined} WHERE v.class_id = $1 AND v.round = ANY($2::uuid[])`,
    values: [classId, rounds],
  });
  return rows;
}

export type OwnVote = Vote & { readonly attemptId: string | null };

/** What one learner voted in these rounds. */
export async function ownVotes(learnerId: string, classId: string, rounds: readonly string[]): Promise<OwnVote[]> {
  if (rounds.length === 0) return [];
  const { rows } = await pool().query<OwnVote>({
    name: 'live-own-votes',
    text: `SELECT v.round, v.attempt_id AS "attemptId", ${said} FROM ${joined}
      WHERE v.learner_id = $1 AND v.class_id = $2 AND v.round = ANY($3::uuid[])`,
    values: [learnerId, classId, rounds],
  });
  return rows;
}
