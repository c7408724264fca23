import { createHash } from 'node:crypto';
import { isAssessed } from '@/lib/attempts/answered-version';
import { gradeAnswer } from '@/lib/attempts/grade-answer';
import type { KnownVersion } from '@/lib/attempts/known-version';
import { readAnswer } from '@/lib/attempts/sent-answers';
import { submitAnswers } from '@/lib/attempts/submit-answers';
import { versions } from '@/lib/attempts/submit-versions';
import type { SessionClaims } from '@/lib/auth/session-token';
import { gradeInWorker } from '@/lib/labs/replay-pool';
import { attendance } from '@/lib/live/attendance';
import { openRound } from '@/lib/live/room';
import { findRoom } from '@/lib/live/room-store';
import { type Ballot, castVote } from '@/lib/live/vote-store';
import type { Missing } from '@/lib/quiz/answer';

export type VoteReply =
  | { readonly kind: 'voted' }
  | { readonly kind: 'incomplete'; readonly missing: Missing }
  /** This round is over. */
  | { readonly kind: 'over' }
  | { readonly kind: 'rejected' | 'busy' | 'no-session' };

type Voter = Pick<SessionClaims, 'learnerId' | 'sessionId'>;

/**
 * A learner of the class votes in the round that is open; who may is asked before. On a practice question the vote is an attempt like any
 * other: stored and graded the same way. Nothing is told of whether it was right: that is for the class to hear at once.
 */
export async function submitVote(
  voter: Voter,
  classId: string,
  { round, response }: { round: string; response: unknown },
  now: number = Date.now(),
): Promise<VoteReply> {
  const { room } = await findRoom(classId);
  const open = openRound(room);
  if (!open || open.round.id !== round) return { kind: 'over' };
  const { asked } = open;
  const known = await (await versions()).exact(asked.item, asked.version, asked.keyRevision);
  if (!known) return { kind: 'over' };
  const id = voteId(voter.learnerId, round, response);
  const made = isAssessed(known.form)
    ? await ballotOf(known, id, response, now)
    : await attemptOf(voter, known, id, response, now);
  if (!('ballot' in made)) return made;
  if (!(await castVote(voter.learnerId, { classId, round, ballot: made.ballot }))) return { kind: 'over' };
  attendance().heard([voter.learnerId]);
  return { kind: 'voted' };
}

type Made = { readonly ballot: Ballot } | Exclude<VoteReply, { kind: 'voted' }>;

async function attemptOf(
  voter: Voter,
  { item, version }: KnownVersion,
  id: string,
  response: unknown,
  now: number,
): Promise<Made> {
  const reply = await submitAnswers(voter, { answers: [{ id, item, version, response, seq: 0 }] }, now);
  if (reply.status === 401) return { kind: 'no-session' };
  if (reply.status !== 200) return { kind: 'busy' };
  const [result] = reply.body.results;
  switch (result?.status) {
    case 'incomplete':
      return { kind: 'incomplete', missing: result.missing };
    case 'scored':
    case 'received':
    case 'deferred':
      return { ballot: { attemptId: id } };
    default:
      return { kind: 'rejected' };
  }
}

/** A question that is asked nowhere but in class makes no attempt. */
async function ballotOf(known: KnownVersion, id: string, response: unknown, now: number): Promise<Made> {
  const read = readAnswer({ id, item: known.item, version: known.version, response, seq: 0 }, now);
  if (!('kind' in read)) return { kind: 'rejected' };
  const graded = await gradeAnswer(known, read.answer, gradeInWorker);
  if ('kind' in graded) {
    const share = graded.earned === null ? null : graded.earned / graded.possible;
    return { ballot: { response: graded.response, share } };
  }
  return graded.status === 'incomplete' ? { kind: 'incomplete', missing: graded.missing } : { kind: 'rejected' };
}

/** The same vote sent twice is one attempt; another choice, or another round, is another. */
function voteId(learnerId: string, round: string, response: unknown): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([learnerId, round, response]))
    .digest('hex');
  // A version 8 UUID: its bits are ours to choose.
  return digest.slice(0, 32).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-8$3-8$4-$5');
}
