import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { columnKey, readColumnKey } from '@/lib/gradebook/columns';
import { countedScore, countedShare } from '@/lib/gradebook/counted-score';
import { gradebookAddress, readGradebookQuery, sortedBy } from '@/lib/gradebook/gradebook-query';
import { heatOf, hundredths } from '@/lib/gradebook/heat';
import { idsOfRef, learnerRef } from '@/lib/gradebook/learner-ref';
import { screenSorts } from '@/lib/gradebook/screen';

test('a column’s key reads back as the column, and nothing else is one', () => {
  for (const key of ['lesson:tcp-tls/handshakes', 'item:tcp-tls/handshakes/why', `assignment:${randomUUID()}`]) {
    const column = readColumnKey(key);
    expect(column && columnKey(column)).toBe(key);
  }
  for (const key of [
    '',
    'lesson:',
    'lesson:a',
    'lesson:a/b/c',
    'item:a/b',
    'assignment:x',
    "lesson:a/b'",
    `item:${'a'.repeat(300)}`,
  ])
    expect(readColumnKey(key)).toBeUndefined();
});

describe('what counts of a cell', () => {
  it('is what staff decided before what the work earned', () => {
    const worked = { share: 0.4 };
    expect(countedScore(worked, null)).toEqual({ kind: 'worked', share: 0.4 });
    expect(countedScore(null, { kind: 'given', share: 0.9, reason: 'r' })).toEqual({
      kind: 'given',
      share: 0.9,
      worked: null,
    });
    expect(countedShare(countedScore(worked, { kind: 'excused', reason: 'r' }))).toBeNull();
    expect(countedScore({ share: null }, null)).toEqual({ kind: 'none' });
  });
});

test('only what is whole reads 100 and is at the last step; only what is nothing reads 0; more is never a lighter step', () => {
  expect([hundredths(0), hundredths(0.001), hundredths(0.999), hundredths(1), hundredths(Number.NaN)]).toEqual([
    0, 1, 99, 100, 0,
  ]);
  expect([heatOf(0), heatOf(0.001), heatOf(0.25), heatOf(0.5), heatOf(0.75), heatOf(0.999), heatOf(1)]).toEqual([
    0, 1, 2, 3, 4, 4, 5,
  ]);
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(share, share, (one, other) => {
      expect(heatOf(Math.max(one, other)) >= heatOf(Math.min(one, other))).toBe(true);
    }),
  );
});

test('a learner’s short address stands for ids that begin like theirs, theirs among them', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      const ids = idsOfRef(learnerRef(id));
      expect(ids && ids.first <= id && id <= ids.last).toBe(true);
    }),
  );
  for (const ref of ['', 'short', '0123456789a', '012345678!']) expect(idsOfRef(ref)).toBeUndefined();
});

describe('the address of a view', () => {
  it('reads back as the view, whatever is in it', () => {
    const query = fc.record({
      of: fc.constantFrom('lessons', 'assignments', 'lesson:tcp-tls/handshakes'),
      sort: fc.constantFrom(...screenSorts),
      dir: fc.constantFrom('up', 'down'),
      screen: fc.nat(5000).map(String),
      columns: fc.nat(50).map(String),
      name: fc.string(),
      group: fc.string({ unit: 'grapheme' }),
    });
    fc.assert(
      fc.property(query, (sent) => {
        const read = readGradebookQuery(sent);
        expect(readGradebookQuery(Object.fromEntries(new URLSearchParams(gradebookAddress(read))))).toEqual(read);
      }),
    );
  });

  it('takes what nobody could mean for what goes without saying', () => {
    const plain = readGradebookQuery({});
    expect(
      readGradebookQuery({ sort: 'x', dir: 'y', screen: '-1', columns: '1e9', of: 'lesson:../..', lesson: "'" }),
    ).toEqual(plain);
    expect(gradebookAddress(plain)).toBe('');
    expect(readGradebookQuery({ sort: ['risk', 'name'] }).sort).toBe('risk');
  });

  it('turns an order round when it is asked for again, from the first screen', () => {
    const risk = sortedBy(readGradebookQuery({ screen: '7' }), 'risk');
    expect([risk.direction, risk.screen]).toEqual(['down', 1]);
    expect(sortedBy(risk, 'risk').direction).toBe('up');
  });
});
