import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { LearnerItem } from './evidence-store';
import { wilson } from './facility';
import { itemStatistics } from './item-statistics';
import { recompute } from './recompute';
import type { Estimate, Statistic } from './statistic';
import { upperLower } from './upper-lower';

const unknown = z.strictObject({ undefined: z.string() });
const single = z.union([z.number(), unknown]);
const estimate = z.union([
  unknown,
  z.strictObject({ value: z.number(), low: z.number(), high: z.number() }),
  z.strictObject({ value: z.number(), interval: z.literal('perfect') }),
]);
const table = z.array(z.array(z.number().nullable()));
const classSchema = z.strictObject({
  shares: table,
  seconds: table,
  items: z.array(
    z.strictObject({
      n: z.int(),
      facility: estimate,
      deviation: single,
      itemRest: estimate,
      upperLower: single,
      efficiency: single,
      medianSeconds: single,
    }),
  ),
});
type TestClass = z.infer<typeof classSchema>;

/** A class whose statistics R has computed (lib/analysis/expected/expected.R). */
function readClass(name: string): TestClass {
  const file = join(import.meta.dirname, 'expected', `${name}.json`);
  return classSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

const started = new Date('2026-01-01T00:00:00Z').getTime();

/** What the learners did, as the database would tell it. */
function answersOf({ shares, seconds }: TestClass): LearnerItem[] {
  return shares.flatMap((row, learner) =>
    row.flatMap((share, item): LearnerItem[] => {
      if (share === null) return [];
      const first = Math.round(share * 1_000_000);
      const took = seconds[learner]?.[item] ?? null;
      return [
        {
          learnerId: `learner-${learner}`,
          item: `path/lesson/item-${item}`,
          first,
          best: first,
          last: first,
          tries: 1,
          waiting: 0,
          help: 0,
          response: {},
          detail: {},
          receivedAt: new Date(started),
          before: took === null ? null : new Date(started - took * 1_000),
          landmarks: [],
        },
      ];
    }),
  );
}

function found(statistic: Statistic | Estimate): unknown {
  if (statistic.kind === 'undefined') return { undefined: statistic.why };
  if (!('interval' in statistic)) return statistic.value;
  const { value, interval } = statistic;
  return interval.kind === 'undefined'
    ? { value, interval: interval.why }
    : { value, low: interval.low, high: interval.high };
}

/** Each number to six digits after the point; words as they are. */
function toSixDigits(value: unknown): unknown {
  if (typeof value === 'number') return expect.closeTo(value, 6);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, toSixDigits(part)]));
}

function statisticsOf(testClass: TestClass) {
  const { items } = recompute(answersOf(testClass), () => undefined);
  const nothing = { first: [], best: 0, seconds: [] };
  return testClass.items.map((_, at) => {
    const own = items.find(({ item }) => item === `path/lesson/item-${at}`);
    const { n, facility, deviation, itemRest, upperLower, efficiency, medianSeconds } = itemStatistics(own ?? nothing);
    const all = { facility, deviation, itemRest, upperLower, efficiency, medianSeconds };
    return { n, ...Object.fromEntries(Object.entries(all).map(([name, one]) => [name, found(one)])) };
  });
}

describe('the statistics of a class are what R computes, to six digits', () => {
  test.each(['whole', 'partial', 'tiny', 'turned', 'alike'])('%s', (name) => {
    const testClass = readClass(name);
    expect(statisticsOf(testClass)).toEqual(testClass.items.map(toSixDigits));
  });

  test('in whatever order the learners stand', () => {
    const testClass = readClass('partial');
    const turned = (rows: TestClass['shares']) => rows.toReversed();
    expect(
      statisticsOf({ ...testClass, shares: turned(testClass.shares), seconds: turned(testClass.seconds) }),
    ).toEqual(testClass.items.map(toSixDigits));
  });
});

describe('the Wilson interval', () => {
  test('lies within 0 and 1 and holds the proportion, for whatever share and number', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 1_000_000 }), (p, n) => {
        const { low, high } = wilson(p, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(p);
        expect(high).toBeGreaterThanOrEqual(p);
      }),
    );
  });

  test('is narrower for more learners', () => {
    const width = (n: number) => wilson(0.4, n).high - wilson(0.4, n).low;
    expect(width(1_000)).toBeLessThan(width(100));
  });
});

describe('the upper–lower index', () => {
  const point = fc.record({
    x: fc.constantFrom(0, 0.25, 0.5, 1),
    y: fc.constantFrom(0, 0.2, 0.4, 1),
    weight: fc.constant(1),
  });

  test('is the same in any order, ties included', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 4, maxLength: 40 }), fc.integer(), (points, seed) => {
        const shuffled = points.map((one, at) => ({ one, at: Math.sin(seed + at) })).sort((a, b) => a.at - b.at);
        const [straight, mixed] = [upperLower(points), upperLower(shuffled.map(({ one }) => one))];
        expect(found(mixed)).toEqual(toSixDigits(found(straight)));
      }),
    );
  });

  test('lies within −1 and 1', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 4, maxLength: 40 }), (points) => {
        const index = upperLower(points);
        if (index.kind === 'value') expect(Math.abs(index.value)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});
