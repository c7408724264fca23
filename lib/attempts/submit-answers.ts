import { answerWriter } from '@/lib/attempts/answer-writer';
import { versionOfAnswer } from '@/lib/attempts/answered-version';
import type { AnswersReply } from '@/lib/attempts/answers-reply';
import type { NewAttempt, Refusal, StoredAttempt, StoreOutcome } from '@/lib/attempts/attempt';
import type { Written } from '@/lib/attempts/batched-writer';
import { circumstancesOf } from '@/lib/attempts/circumstances';
import { drawnVersion } from '@/lib/attempts/drawn-version';
import { gradeAnswer } from '@/lib/attempts/grade-answer';
import type { KnownVersion } from '@/lib/attempts/known-version';
import { withPractice } from '@/lib/attempts/practised-answer';
import { resultOf, visibilityIn } from '@/lib/attempts/result-of';
import { advisoryTime, mostAnswers, mostLogs, readAnswer, rejected } from '@/lib/attempts/sent-answers';
import type { SittingRead } from '@/lib/attempts/sitting-store';
import { type Versions, versions } from '@/lib/attempts/submit-versions';
import { isTransient } from '@/lib/attempts/transient-error';
import type { SessionClaims } from '@/lib/auth/session-token';
import { gradeInWorker } from '@/lib/labs/replay-pool';
import type { AnswerResult } from '@/lib/quiz/answer';

type Answerer = Pick<SessionClaims, 'learnerId' | 'sessionId'>;

/** What was made of one answer before storing: to be stored, or already answered. */
type Prepared =
  | { kind: 'attempt'; attempt: NewAttempt; drawn: KnownVersion; run: SittingRead | null }
  | { kind: 'result'; result: AnswerResult };

const noSession: AnswersReply = {
  status: 401,
  body: { error: { code: 'no-session', message: 'These answers belong to no one: sign in, or become a guest first.' } },
};

/**
 * Takes answers: reads, grades and stores each by itself, so that a bad one spoils no other. The session is checked by the statement that
 * stores; `session` needs only to be decoded.
 */
export async function submitAnswers(
  session: Answerer | null,
  body: unknown,
  now: number = Date.now(),
): Promise<AnswersReply> {
  if (!session) return noSession;
  const sent = sentList(body);
  if (!Array.isArray(sent)) return sent;
  try {
    return await takeAnswers(session, sent, now);
  } catch (error) {
    if (isTransient(error)) return tooBusy('The database cannot be reached.');
    throw error;
  }
}

async function takeAnswers(session: Answerer, sent: readonly unknown[], now: number): Promise<AnswersReply> {
  const known = await versions();
  const logs = new LogCount(known);
  const prepared = await Promise.all(sent.map((raw) => prepare(session, raw, known, logs, now)));

  const attempts = prepared.flatMap((one) => (one.kind === 'attempt' ? [one.attempt] : []));
  const writing = answerWriter().add(attempts.map((row) => ({ row, bytes: sizeOf(row) })));
  if (writing === 'full') return tooBusy('Too many answers are waiting to be stored.');
  const ends = await writing;
  if (ends.some(({ kind }) => kind === 'unavailable')) return tooBusy('The database cannot be reached.');
  if (ends.some((end) => end.kind === 'written' && end.outcome.kind === 'no-session')) return noSession;

  let next = 0;
  const results: AnswerResult[] = [];
  for (const one of prepared) {
    if (one.kind === 'result') results.push(one.result);
    else results.push(await resultOfEnd(one, ends[next++], known));
  }
  return { status: 200, body: { results } };
}

function sentList(body: unknown): unknown[] | AnswersReply {
  const answers = body !== null && typeof body === 'object' && 'answers' in body ? body.answers : undefined;
  if (!Array.isArray(answers))
    return {
      status: 400,
      body: { error: { code: 'bad-shape', message: 'expected { "answers": [ … ] }', field: 'answers' } },
    };
  if (answers.length > mostAnswers)
    return {
      status: 413,
      body: {
        error: {
          code: 'too-many-answers',
          message: `expected at most ${mostAnswers} answers in a call, found ${answers.length}: send them in halves`,
          field: 'answers',
        },
      },
    };
  return answers;
}

async function prepare(
  session: Answerer,
  raw: unknown,
  known: Versions,
  logs: LogCount,
  now: number,
): Promise<Prepared> {
  const read = readAnswer(raw, now);
  if (!('kind' in read)) return { kind: 'result', result: read };
  const { answer } = read;
  if (!logs.admits(answer.item)) {
    const message = `expected at most ${mostLogs} action logs in a call`;
    return { kind: 'result', result: rejected(answer.id, 'too-many-logs', 'response.actions', message) };
  }
  const found = await versionOfAnswer(session.learnerId, answer, known);
  if (!('kind' in found)) return { kind: 'result', result: found };
  const { version, run } = found;
  const drawn = await drawnVersion(session.learnerId, version, answer.draw);
  if (!drawn)
    return { kind: 'result', result: rejected(answer.id, 'unknown-draw', 'draw', 'this item has no such draw') };
  const practised = await withPractice(session.learnerId, answer, version.version);
  if ('status' in practised) return { kind: 'result', result: practised };
  const graded = await gradeAnswer(drawn, practised, gradeInWorker);
  if (!('kind' in graded)) return { kind: 'result', result: graded };
  return {
    kind: 'attempt',
    drawn,
    run,
    attempt: {
      learnerId: session.learnerId,
      sessionId: session.sessionId,
      id: answer.id,
      item: answer.item,
      version: version.version,
      keyRevision: drawn.keyRevision,
      response: graded.response,
      earned: graded.earned,
      possible: graded.possible,
      detail: graded.detail,
      seq: answer.seq,
      answeredAt: advisoryTime(answer.answeredAt),
      draw: answer.draw,
      sitting: answer.sitting,
    },
  };
}

/** Counts the action logs of one call: replaying them is what costs. */
class LogCount {
  #logs = 0;
  constructor(readonly known: Versions) {}

  admits(item: string): boolean {
    if (this.known.today(item)?.form.kind !== 'task') return true;
    this.#logs += 1;
    return this.#logs <= mostLogs;
  }
}

async function resultOfEnd(
  { attempt, drawn, run }: Extract<Prepared, { kind: 'attempt' }>,
  end: Written<StoreOutcome> | undefined,
  known: Versions,
): Promise<AnswerResult> {
  if (end?.kind !== 'written' || end.outcome.kind === 'no-session')
    return rejected(attempt.id, 'not-stored', 'response', 'the database refuses to store this answer');
  const { outcome } = end;
  if (outcome.kind === 'refused') return refusedByRule(attempt.id, outcome.why);
  // Another answer of the same id may have been stored, at another question or in another run: then it is told about that one.
  const isOwn = outcome.kind === 'stored' && isSameAsking(attempt, outcome.attempt);
  const told = isOwn ? { known: drawn, run } : await circumstancesOf(outcome.attempt, known);
  return resultOf(outcome.attempt, told.known, visibilityIn(outcome.attempt, told.run));
}

function isSameAsking(sent: NewAttempt, stored: StoredAttempt): boolean {
  return (
    sent.item === stored.item &&
    sent.version === stored.version &&
    sent.keyRevision === stored.keyRevision &&
    (sent.draw ?? null) === stored.draw &&
    (sent.sitting ?? null) === stored.sitting
  );
}

/** What the rules of a sitting or a draw keep out, as it is told. */
function refusedByRule(id: string, why: Refusal): AnswerResult {
  switch (why) {
    case 'unknown-sitting':
      return rejected(id, 'unknown-sitting', 'sitting', 'this item is not asked in that sitting');
    case 'sitting-closed':
      return rejected(id, 'sitting-closed', 'sitting', 'this sitting was handed in, or its time is over');
    case 'no-tries':
      return rejected(id, 'no-tries', 'sitting', 'every try at this item is used');
    case 'unknown-draw':
      return rejected(id, 'unknown-draw', 'draw', 'this item has no such draw');
    case 'draw-used':
      return rejected(id, 'used-draw', 'draw', 'this draw was answered already: ask for another');
  }
}

/** About what a row takes in memory and on the wire. */
function sizeOf(row: NewAttempt): number {
  return 400 + JSON.stringify(row.response).length;
}

function tooBusy(message: string): AnswersReply {
  return { status: 503, body: { error: { code: 'busy', message } }, retryAfterSeconds: 2 };
}
