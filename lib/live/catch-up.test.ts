import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RecentEvents } from './catch-up';
import { FramePace, frameMs } from './frame-pace';
import { type RoomEvent, toldTo } from './room-event';

const event = (seq: number, learnerId: string | null = null): RoomEvent => ({
  seq,
  fact: learnerId === null ? { kind: 'cleared' } : { kind: 'hand-raised' },
  learnerId,
});

/** What happens to one screen: something new in the room, a frame goes out, the connection breaks, or it is slow for a while. */
const happenings = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('event' as const), of: fc.constantFrom(null, 'ann', 'ben') }),
    fc.constant({ kind: 'frame' as const }),
    // A frame that was written and never arrived: the browser names the last one that did.
    fc.constant({ kind: 'lost' as const }),
    fc.constant({ kind: 'reconnect' as const }),
  ),
  { maxLength: 60 },
);

describe('catching up', () => {
  test('gives every event once and in order, however the connection breaks', () => {
    fc.assert(
      fc.property(happenings, fc.integer({ min: 1, max: 8 }), (list, most) => {
        const recent = new RecentEvents(0, most);
        const all: RoomEvent[] = [];
        let told: number[] = [];
        let since = 0;
        let sent = 0;
        let from = 0;
        const frame = (arrives: boolean) => {
          const next = recent.after(sent);
          sent = recent.seq;
          const seqs =
            next.kind === 'gone'
              ? null
              : next.events.flatMap((one) => toldTo({ side: 'learner', learnerId: 'ann' }, one) ?? []);
          if (!arrives) return;
          if (seqs === null) {
            // It looks at everything anew, and goes on from there.
            told = [];
            from = sent;
          } else told.push(...seqs.map(({ seq }) => seq));
          since = sent;
        };
        const reconnect = () => {
          sent = since;
        };
        for (const one of list) {
          if (one.kind === 'event') {
            const next = event(all.length + 1, one.of);
            all.push(next);
            expect(recent.add([next])).toBe(true);
          } else if (one.kind === 'frame') frame(true);
          else if (one.kind === 'lost') {
            frame(false);
            reconnect();
          } else reconnect();
        }
        frame(true);
        const mine = all.filter(({ seq, learnerId }) => seq > from && (learnerId === null || learnerId === 'ann'));
        expect(told).toEqual(mine.map(({ seq }) => seq));
      }),
    );
  });

  test('takes the same events twice as once', () => {
    const recent = new RecentEvents(3, 10);
    expect(recent.add([event(4), event(5)])).toBe(true);
    expect(recent.add([event(4), event(5), event(6)])).toBe(true);
    expect(recent.after(3)).toEqual({ kind: 'events', events: [event(4), event(5), event(6)] });
  });

  test('notices a gap, and an event that never was', () => {
    const recent = new RecentEvents(3, 10);
    expect(recent.add([event(5)])).toBe(false);
    expect(recent.seq).toBe(3);
    expect(recent.after(9)).toEqual({ kind: 'gone' });
  });

  test('tells of a hand only its own learner and the staff', () => {
    const hand = event(7, 'ben');
    expect(toldTo({ side: 'learner', learnerId: 'ann' }, hand)).toBeNull();
    expect(toldTo({ side: 'learner', learnerId: 'ben' }, hand)).toEqual({ seq: 7, kind: 'hand-raised' });
    expect(toldTo({ side: 'staff' }, hand)).toEqual({ seq: 7, kind: 'hand-raised' });
  });
});

describe('frames', () => {
  test('are four in any second at most, and the first goes at once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 80 }), (pauses) => {
        const pace = new FramePace();
        expect(pace.wait(0)).toBe(0);
        const sent: number[] = [];
        let now = 0;
        for (const pause of pauses) {
          now += pause;
          const goes = now + pace.wait(now);
          now = goes;
          pace.sent(goes);
          sent.push(goes);
        }
        for (const from of sent)
          expect(sent.filter((at) => at >= from && at < from + 1_000).length).toBeLessThanOrEqual(1_000 / frameMs);
      }),
    );
  });
});
