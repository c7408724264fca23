import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tcpSetupSchema } from '@/lib/labs/tcp/setup';
import { tcpLab } from '@/lib/labs/tcp/tcp-lab';
import { pageOfSegments, shownOf } from './drawn-run';
import { frame, pictureOf } from './tcp-picture';

const count = fc.integer({ min: 0, max: 6_000 });

test('at most two pages are drawn, with the segment that is pointed at, or the newest', () => {
  fc.assert(
    fc.property(count, fc.option(fc.nat(6_000)), (count, at) => {
      const picked = at === null || count === 0 ? null : at % count;
      const { from, to } = shownOf(count, picked);
      expect(to - from).toBeLessThanOrEqual(2 * pageOfSegments);
      expect(to).toBeLessThanOrEqual(count);
      if (count > 0) expect(to).toBeGreaterThan(from);
      const wanted = picked ?? count - 1;
      if (count > 0) expect(from <= wanted && wanted < to).toBe(true);
    }),
  );
});

test('whoever goes on to the earlier page, and on, comes to the beginning; and back to the end', () => {
  fc.assert(
    fc.property(count, (count) => {
      const most = Math.ceil(count / pageOfSegments) + 2;
      let page = shownOf(count, null);
      for (let turns = 0; page.from > 0; turns += 1) {
        if (turns > most) throw new Error(`no end of pages for ${count}`);
        const earlier = shownOf(count, page.from - 1);
        expect(earlier.to).toBe(page.from);
        page = earlier;
      }
      for (let turns = 0; page.to < count; turns += 1) {
        if (turns > most) throw new Error(`no end of pages for ${count}`);
        const later = shownOf(count, page.to);
        expect(later.from).toBeLessThanOrEqual(page.to);
        expect(later.to).toBeGreaterThan(page.to);
        page = later;
      }
    }),
    { numRuns: 20 },
  );
});

/** A run of some hundred segments. */
function longRun() {
  let state = tcpLab.start(tcpSetupSchema.parse({ server: { mss: 100 } }), 1);
  for (const action of [
    { kind: 'listen', side: 'server' },
    { kind: 'open', side: 'client' },
    ...Array.from({ length: 12 }, () => [
      { kind: 'wait', ms: 100 } as const,
      { kind: 'send', side: 'client', text: 'x'.repeat(1_000) } as const,
    ]).flat(),
  ] as const)
    state = tcpLab.step(state, action).state;
  return state;
}

test('the page of an earlier segment shows it, in the states that held then, and is no higher than its segments need', () => {
  const run = longRun();
  expect(run.segments.length).toBeGreaterThan(120);
  const shown = shownOf(run.segments.length, 45);
  const picture = pictureOf(run, 1, shown);
  expect(picture.arrows.map(({ segment }) => segment.id)).toContain(45);
  expect(picture.states.map(({ state }) => state)).toEqual(['ESTABLISHED', 'ESTABLISHED']);
  expect(picture.height).toBeLessThan(80 * 60);
  for (const { from } of picture.arrows) expect(from.y).toBeGreaterThanOrEqual(frame.top);
});

test('while one steps within a page, nothing that stands in it moves', () => {
  let state = longRun();
  const newest = shownOf(state.segments.length, null);
  const before = pictureOf(state, 1.3, newest);
  for (let steps = 0; steps < 4; steps += 1) state = tcpLab.step(state, { kind: 'next' }).state;
  expect(shownOf(state.segments.length, null).from).toBe(newest.from);
  const after = pictureOf(state, 1.3, shownOf(state.segments.length, null));
  const settled = before.arrows.filter(({ segment }) => segment.fate === 'arrived');
  expect(settled.length).toBeGreaterThan(20);
  for (const arrow of settled) {
    const now = after.arrows.find(({ segment }) => segment.id === arrow.segment.id);
    expect(now).toMatchObject({ from: arrow.from, to: arrow.to });
  }
});

test('a stranger has a line of their own', () => {
  let state = tcpLab.start(tcpSetupSchema.parse({ server: { backlog: 4 } }), 1);
  for (const action of [
    { kind: 'listen', side: 'server' },
    { kind: 'flood', side: 'server', syns: 3 },
    { kind: 'wait', ms: 100 },
  ] as const)
    state = tcpLab.step(state, action).state;
  const picture = pictureOf(state, 1);
  expect(picture.hasStrangers).toBe(true);
  const [syn] = picture.arrows;
  expect([syn?.from.x, syn?.to.x]).toEqual([frame.stranger, frame.server]);
  const answer = picture.arrows.find(({ segment }) => segment.from === 'server');
  expect([answer?.from.x, answer?.to.x]).toEqual([frame.server, frame.stranger]);
});
