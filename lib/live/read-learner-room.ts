import type { KnownVersion } from '@/lib/attempts/known-version';
import { versions } from '@/lib/attempts/submit-versions';
import { isHandUp } from '@/lib/live/hand-store';
import type { AskedQuestion } from '@/lib/live/room';
import { findRoom } from '@/lib/live/room-store';
import type { SharedRun } from '@/lib/live/shared-run';
import { keysOf, type Tally, tally } from '@/lib/live/tally';
import { ownVotes, votesIn } from '@/lib/live/vote-store';
import type { PublicQuestion } from '@/lib/quiz/public-kinds';
import { toPublicQuestion } from '@/lib/quiz/public-question';

/** A question that is before the class, as one learner sees it. */
export type AskedOfLearner = {
  readonly id: string;
  readonly item: string;
  readonly version: string;
  readonly question: PublicQuestion;
  /** The round that takes votes, and whether it is not the first. */
  readonly round: { readonly id: string; readonly isAgain: boolean } | null;
  /** What they voted in each round: the keys of the bars; null: nothing. */
  readonly own: readonly (readonly string[] | null)[];
  /** What the class answered in each round, once that is shown; before, nothing of it leaves the server. */
  readonly tallies: readonly Tally[] | null;
  /** Their attempt, where its explanation can be read; once that is shown. */
  readonly attempt: string | null;
};

/** The room as one learner sees it: what the whole class is shown, and what is their own. */
export type LearnerRoom = {
  readonly seq: number;
  readonly isOpen: boolean;
  readonly asked: AskedOfLearner | null;
  readonly lab: SharedRun | null;
  readonly isHandUp: boolean;
};

export async function readLearnerRoom(learnerId: string, classId: string): Promise<LearnerRoom> {
  const [{ seq, room }, handIsUp] = await Promise.all([findRoom(classId), isHandUp(classId, learnerId)]);
  const { activity } = room;
  return {
    seq,
    isOpen: room.openedAt !== null,
    asked: activity?.kind === 'question' ? await askedOf(learnerId, classId, activity.asked) : null,
    lab: activity?.kind === 'lab' ? activity.run : null,
    isHandUp: handIsUp,
  };
}

async function askedOf(learnerId: string, classId: string, asked: AskedQuestion): Promise<AskedOfLearner | null> {
  const known = await (await versions()).exact(asked.item, asked.version, asked.keyRevision);
  if (known?.form.kind !== 'question') return null;
  const rounds = asked.rounds.map(({ id }) => id);
  const isShown = asked.stage === 'revealed';
  const own = await ownVotes(learnerId, classId, rounds);
  const votes = isShown ? await votesIn(classId, rounds) : [];
  const last = asked.rounds.at(-1);
  const attempts = own.flatMap(({ attemptId }) => attemptId ?? []);
  return {
    id: asked.id,
    item: asked.item,
    version: asked.version,
    question: toPublicQuestion(known.form.question),
    round: asked.stage === 'voting' && last ? { id: last.id, isAgain: asked.rounds.length > 1 } : null,
    own: rounds.map((id) =>
      ownKeys(
        known,
        own.find(({ round }) => round === id),
      ),
    ),
    tallies: isShown
      ? rounds.map((id) =>
          tally(
            known,
            votes.filter(({ round }) => round === id),
          ),
        )
      : null,
    attempt: isShown ? (attempts.at(-1) ?? null) : null,
  };
}

/** What a learner said is theirs to see, what it earned is not yet. */
function ownKeys({ form }: KnownVersion, vote: { response: unknown } | undefined): readonly string[] | null {
  if (!vote) return null;
  return keysOf(form, { response: vote.response, share: null }).map((key) => (key === '=waiting' ? '=given' : key));
}
