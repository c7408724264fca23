import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closedRoom, mostRounds, openRound, type Room, type RoomAction, turn } from './room';

const at = '2026-11-24T09:00:00.000Z';

function ids() {
  let last = 0;
  return () => {
    last += 1;
    return `id-${last}`;
  };
}

function roomAfter(...actions: RoomAction[]): Room {
  const newId = ids();
  return actions.reduce<Room>((room, action) => {
    const taken = turn(room, action, at, newId);
    return taken.kind === 'done' ? taken.room : room;
  }, closedRoom);
}

const ask = { kind: 'ask', item: 'p/l/q', version: 'v', keyRevision: 1 } as const;

describe('a room', () => {
  test('takes nothing but being opened while it is closed', () => {
    for (const kind of ['close', 'clear', 'end-vote', 'vote-again', 'reveal'] as const)
      expect(turn(closedRoom, { kind }, at, ids())).toEqual({ kind: 'not-now' });
    expect(turn(closedRoom, ask, at, ids())).toEqual({ kind: 'not-now' });
    expect(roomAfter({ kind: 'open' }).openedAt).toBe(at);
  });

  test('goes through vote, discussion, second vote and what came of it', () => {
    const room = roomAfter({ kind: 'open' }, ask, { kind: 'end-vote' }, { kind: 'vote-again' });
    expect(openRound(room)?.round.id).toBe('id-3');
    const shown = roomAfter({ kind: 'open' }, ask, { kind: 'end-vote' }, { kind: 'vote-again' }, { kind: 'reveal' });
    expect(shown.activity).toMatchObject({ kind: 'question', asked: { stage: 'revealed', rounds: [{}, {}] } });
    expect(openRound(shown)).toBeUndefined();
  });

  test('takes no votes while the class discusses', () => {
    expect(openRound(roomAfter({ kind: 'open' }, ask, { kind: 'end-vote' }))).toBeUndefined();
  });

  test('keeps what was asked before, the newest first', () => {
    const room = roomAfter({ kind: 'open' }, ask, { ...ask, item: 'p/l/other' }, { kind: 'clear' });
    expect(room.past.map(({ item }) => item)).toEqual(['p/l/other', 'p/l/q']);
    expect(room.past.flatMap(({ rounds }) => rounds.map(({ closedAt }) => closedAt))).toEqual([at, at]);
  });

  test('forgets everything when it is closed', () => {
    expect(roomAfter({ kind: 'open' }, ask, { kind: 'close' })).toEqual(closedRoom);
  });

  test('whatever is pressed, has one open round at most, and never too many', () => {
    const kinds = ['open', 'close', 'clear', 'end-vote', 'vote-again', 'reveal', 'ask'] as const;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...kinds), { maxLength: 40 }), (pressed) => {
        const room = roomAfter(...pressed.map((kind): RoomAction => (kind === 'ask' ? ask : { kind })));
        const all = [...(room.activity?.kind === 'question' ? [room.activity.asked] : []), ...room.past];
        const open = all.flatMap(({ rounds }) => rounds).filter(({ closedAt }) => closedAt === null);
        expect(open.length).toBeLessThanOrEqual(1);
        expect(open.length).toBe(openRound(room) ? 1 : 0);
        for (const { rounds } of all) expect(rounds.length).toBeLessThanOrEqual(mostRounds);
        expect(new Set(all.flatMap(({ rounds }) => rounds.map(({ id }) => id))).size).toBe(
          all.flatMap(({ rounds }) => rounds).length,
        );
      }),
    );
  });
});
