import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnswerLimit, sentIds } from '@/lib/server/answer-limit';
import { TokenBuckets } from '@/lib/server/token-bucket';

const minute = 60_000;

describe('TokenBuckets', () => {
  it('lets a burst through, then so many a minute, and says how long to wait', () => {
    const buckets = new TokenBuckets({ burst: 200, perMinute: 120 });
    expect(buckets.take('ada', 200, 0)).toBe(0);
    expect(buckets.take('ada', 1, 0)).toBe(1);
    expect(buckets.take('ada', 60, 0)).toBe(30);
    expect(buckets.take('ada', 60, minute / 2)).toBe(0);
    expect(buckets.take('bo', 200, 0)).toBe(0);
  });

  it('never lets more through than the burst and what time brings', () => {
    const call = fc.record({ wait: fc.nat(5_000), count: fc.integer({ min: 1, max: 100 }) });
    fc.assert(
      fc.property(fc.array(call, { maxLength: 200 }), (calls) => {
        const buckets = new TokenBuckets({ burst: 200, perMinute: 120 });
        let now = 0;
        let taken = 0;
        for (const { wait, count } of calls) {
          now += wait;
          if (buckets.take('ada', count, now) === 0) taken += count;
        }
        expect(taken).toBeLessThanOrEqual(200 + (now / minute) * 120 + 1e-6);
      }),
    );
  });

  it('remembers a bounded number of keys, also when all of them are busy', () => {
    const buckets = new TokenBuckets({ burst: 10, perMinute: 10, keys: 100 });
    for (let i = 0; i < 1_000; i += 1) buckets.take(`key ${i}`, 10, i);
    expect(buckets.size).toBeLessThanOrEqual(100);
  });
});

describe('AnswerLimit', () => {
  const ids = (from: number, count: number) => Array.from({ length: count }, (_, i) => `id ${from + i}`);

  it('takes 200 answers at once, then 120 a minute', () => {
    const limit = new AnswerLimit();
    expect(limit.secondsToWait('ada', ids(0, 100), 0)).toBe(0);
    expect(limit.secondsToWait('ada', ids(100, 100), 0)).toBe(0);
    expect(limit.secondsToWait('ada', ids(200, 10), 0)).toBe(5);
    expect(limit.secondsToWait('bo', ids(200, 10), 0)).toBe(0);
    expect(limit.secondsToWait('ada', ids(200, 10), 5_000)).toBe(0);
  });

  it('counts who sends the same answer again and again without end', () => {
    const limit = new AnswerLimit();
    let refusals = 0;
    for (let i = 0; i < 400; i += 1) if (limit.secondsToWait('ada', ids(0, 1), 0) > 0) refusals += 1;
    expect(refusals).toBeGreaterThan(100);
  });

  it('does not let one call that is too long push out what others have sent', () => {
    expect(sentIds({ answers: ids(0, 101).map((id) => ({ id })) })).toEqual([]);
  });

  it('counts an answer that is sent again once', () => {
    const limit = new AnswerLimit();
    for (let i = 0; i < 20; i += 1) expect(limit.secondsToWait('ada', ids(0, 100), 0)).toBe(0);
  });

  it.each([null, 7, 'x', [], {}, { answers: 'x' }, { answers: [null, 1, {}, { id: { __proto__: null } }] }])(
    'reads ids out of anything: %j',
    (body) => {
      expect(() => new AnswerLimit().secondsToWait('ada', sentIds(body), 0)).not.toThrow();
    },
  );
});
