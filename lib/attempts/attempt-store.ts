import { type NewAttempt, type Refusal, refusals, type StoredAttempt, type StoreOutcome } from '@/lib/attempts/attempt';
import { pool } from '@/lib/db/pool';

type Row = {
  learner_id: string;
  id: string;
  outcome: 'stored' | 'repeat' | 'no-session' | Refusal;
  item: string;
  version: string;
  key_revision: number;
  ordinal: number;
  response: object | null;
  earned: number | null;
  possible: number;
  detail: StoredAttempt['detail'] | null;
  received_at: Date;
  draw_id: string | null;
  sitting_id: string | null;
  assignment_id: string | null;
  help: number;
  credit: number | null;
  turn: number | null;
};

/** One learner's answer, by its key. */
export function attemptKey(row: { learnerId: string; id: string }): string {
  return `${row.learnerId}/${row.id}`;
}

/** Stores a batch in one transaction (the function is in the migration “learning”) and says what became of each attempt, in order. */
export async function storeAttempts(attempts: readonly NewAttempt[]): Promise<StoreOutcome[]> {
  const learners = [...new Set(attempts.map(({ learnerId }) => learnerId))];
  const { rows } = await pool().query<Row>({
    name: 'store-attempts',
    text: 'SELECT * FROM store_attempts($1, $2)',
    values: [learners, JSON.stringify(attempts.map(toRecord))],
  });
  const found = new Map(rows.map((row) => [attemptKey({ learnerId: row.learner_id, id: row.id }), row]));
  return attempts.map((attempt) => {
    const row = found.get(attemptKey(attempt));
    if (!row) throw new Error(`the database said nothing about attempt ${attemptKey(attempt)}`);
    return toOutcome(attempt, row);
  });
}

function toRecord(attempt: NewAttempt) {
  return {
    learner_id: attempt.learnerId,
    session_id: attempt.sessionId,
    id: attempt.id,
    item: attempt.item,
    version: attempt.version,
    key_revision: attempt.keyRevision,
    response: attempt.response,
    earned: attempt.earned,
    possible: attempt.possible,
    detail: attempt.detail,
    seq: attempt.seq,
    answered_at: attempt.answeredAt,
    // Left out where there is none: a batch that names neither is stored without asking for rules.
    draw_id: attempt.draw,
    sitting_id: attempt.sitting,
  };
}

function toOutcome(sent: NewAttempt, row: Row): StoreOutcome {
  if (row.outcome === 'no-session') return { kind: 'no-session' };
  if (isRefusal(row.outcome)) return { kind: 'refused', why: row.outcome };
  return {
    kind: row.outcome,
    attempt: {
      learnerId: row.learner_id,
      id: row.id,
      item: row.item,
      version: row.version,
      keyRevision: row.key_revision,
      // Of a row that was just stored the database sends back only what it added.
      response: row.response ?? sent.response,
      earned: row.earned,
      possible: row.possible,
      detail: row.detail ?? sent.detail,
      ordinal: row.ordinal,
      receivedAt: row.received_at.toISOString(),
      draw: row.draw_id,
      sitting: row.sitting_id,
      assignment: row.assignment_id,
      help: row.help,
      credit: row.credit,
      turn: row.turn,
    },
  };
}

function isRefusal(outcome: Row['outcome']): outcome is Refusal {
  return refusals.some((refusal) => refusal === outcome);
}
