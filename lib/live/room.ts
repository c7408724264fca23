import { assertNever } from '@/lib/assert-never';
import type { SharedRun } from '@/lib/live/shared-run';

/** One vote of the class on a question. Everyone's last answer while it is open counts. */
export type Round = {
  readonly id: string;
  readonly openedAt: string;
  /** Null: votes are coming in. */
  readonly closedAt: string | null;
};

/** Vote, discuss, vote again, reveal: peer instruction, as Eric Mazur teaches it. */
export const stages = ['voting', 'discussing', 'revealed'] as const;
export type Stage = (typeof stages)[number];

/** A question that the class has before it, in the very version and key it was asked with. */
export type AskedQuestion = {
  readonly id: string;
  readonly item: string;
  readonly version: string;
  readonly keyRevision: number;
  readonly askedAt: string;
  readonly stage: Stage;
  readonly rounds: readonly Round[];
};

export type Activity =
  | { readonly kind: 'question'; readonly asked: AskedQuestion }
  | { readonly kind: 'lab'; readonly run: SharedRun };

/** What goes on in a room. */
export type Room = {
  /** Null: closed. */
  readonly openedAt: string | null;
  readonly activity: Activity | null;
  /** What was asked before in this room since it was opened, the newest first. */
  readonly past: readonly AskedQuestion[];
};

export type RoomAction =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' | 'clear' }
  | { readonly kind: 'ask'; readonly item: string; readonly version: string; readonly keyRevision: number }
  | { readonly kind: 'end-vote' | 'vote-again' | 'reveal' }
  | { readonly kind: 'share-lab'; readonly run: SharedRun };

/** What the class's screens are told. Nothing in it is anybody's: no name, no answer, no key. */
export type RoomFact =
  | { readonly kind: 'opened' | 'closed' | 'cleared' }
  | { readonly kind: 'asked' | 'vote-ended' | 'vote-opened' | 'revealed'; readonly question: string }
  | { readonly kind: 'lab'; readonly run: SharedRun };

export type Turn =
  | { readonly kind: 'done'; readonly room: Room; readonly fact: RoomFact }
  /** It is so already, or cannot be now: somebody else was quicker. */
  | { readonly kind: 'not-now' };

export const closedRoom: Room = { openedAt: null, activity: null, past: [] };

/** Rounds of one question, and questions that are remembered: more than a lesson has minutes for. */
export const mostRounds = 5;
const mostPast = 30;

/** The whole room: what an instructor's action makes of it. `now` and the ids of what is new are given. */
export function turn(room: Room, action: RoomAction, now: string, newId: () => string): Turn {
  if (action.kind === 'open')
    return room.openedAt === null ? done({ ...closedRoom, openedAt: now }, { kind: 'opened' }) : { kind: 'not-now' };
  if (room.openedAt === null) return { kind: 'not-now' };
  switch (action.kind) {
    case 'close':
      return done(closedRoom, { kind: 'closed' });
    case 'clear':
      return room.activity === null ? { kind: 'not-now' } : done(putAway(room, now), { kind: 'cleared' });
    case 'ask':
      return ask(putAway(room, now), action, now, newId);
    case 'share-lab':
      return done(
        { ...(room.activity?.kind === 'lab' ? room : putAway(room, now)), activity: { kind: 'lab', run: action.run } },
        { kind: 'lab', run: action.run },
      );
    case 'end-vote':
    case 'vote-again':
    case 'reveal':
      return room.activity?.kind === 'question'
        ? onQuestion(room, room.activity.asked, action.kind, now, newId)
        : { kind: 'not-now' };
    default:
      return assertNever(action);
  }
}

function done(room: Room, fact: RoomFact): Turn {
  return { kind: 'done', room, fact };
}

function ask(
  room: Room,
  { item, version, keyRevision }: Extract<RoomAction, { kind: 'ask' }>,
  now: string,
  newId: () => string,
): Turn {
  const asked: AskedQuestion = {
    id: newId(),
    item,
    version,
    keyRevision,
    askedAt: now,
    stage: 'voting',
    rounds: [{ id: newId(), openedAt: now, closedAt: null }],
  };
  return done({ ...room, activity: { kind: 'question', asked } }, { kind: 'asked', question: asked.id });
}

function onQuestion(
  room: Room,
  asked: AskedQuestion,
  wanted: 'end-vote' | 'vote-again' | 'reveal',
  now: string,
  newId: () => string,
): Turn {
  const become = (next: AskedQuestion, kind: 'vote-ended' | 'vote-opened' | 'revealed') =>
    done({ ...room, activity: { kind: 'question', asked: next } }, { kind, question: asked.id });
  switch (wanted) {
    case 'end-vote':
      if (asked.stage !== 'voting') return { kind: 'not-now' };
      return become({ ...asked, stage: 'discussing', rounds: closed(asked.rounds, now) }, 'vote-ended');
    case 'vote-again':
      if (asked.stage !== 'discussing' || asked.rounds.length >= mostRounds) return { kind: 'not-now' };
      return become(
        {
          ...asked,
          stage: 'voting',
          rounds: [...asked.rounds, { id: newId(), openedAt: now, closedAt: null }],
        },
        'vote-opened',
      );
    case 'reveal':
      if (asked.stage === 'revealed') return { kind: 'not-now' };
      return become({ ...asked, stage: 'revealed', rounds: closed(asked.rounds, now) }, 'revealed');
    default:
      return assertNever(wanted);
  }
}

/** What the class has before it goes to what was asked before; a lab leaves nothing. */
function putAway(room: Room, now: string): Room {
  if (room.activity?.kind !== 'question') return { ...room, activity: null };
  const { asked } = room.activity;
  const over = { ...asked, rounds: closed(asked.rounds, now) };
  return { ...room, activity: null, past: [over, ...room.past].slice(0, mostPast) };
}

function closed(rounds: readonly Round[], now: string): Round[] {
  return rounds.map((round) => (round.closedAt === null ? { ...round, closedAt: now } : round));
}

/** The round that takes votes now. */
export function openRound(room: Room): { asked: AskedQuestion; round: Round } | undefined {
  if (room.activity?.kind !== 'question' || room.activity.asked.stage !== 'voting') return undefined;
  const { asked } = room.activity;
  const round = asked.rounds.at(-1);
  return round && round.closedAt === null ? { asked, round } : undefined;
}
