import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Criterion, neighbour, type Queued, readMarks } from '@/lib/gradebook/marking';

const rubric: Criterion[] = [
  { id: 'names-it', text: { en: 'Names it' }, points: 2 },
  { id: 'says-why', text: { en: 'Says why' }, points: 3 },
];
const given = (marks: Record<string, string>) => readMarks(rubric, (id) => marks[id] ?? '');

describe('points by a rubric', () => {
  it('are added up, with halves and in either way to write them', () => {
    expect(given({ 'names-it': '1,5', 'says-why': ' 2.1 ' })).toEqual({
      kind: 'marks',
      points: { 'names-it': 1.5, 'says-why': 2.1 },
      earned: 3.6,
      possible: 5,
    });
  });

  test.each(['-1', '2.5', '3', 'two', '1e0', '0x1', 'NaN', 'Infinity'])(
    'are none of a criterion when they are %s',
    (text) => {
      expect(given({ 'names-it': text, 'says-why': '1' })).toEqual({
        kind: 'faulty',
        faults: { 'names-it': 'out-of-range' },
      });
    },
  );

  it('are asked for of every criterion', () => {
    expect(given({ 'names-it': '' })).toEqual({
      kind: 'faulty',
      faults: { 'names-it': 'missing', 'says-why': 'missing' },
    });
  });

  it('never come to more than the question is worth', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const read = given({ 'names-it': one, 'says-why': other });
        if (read.kind === 'marks') expect(read.earned >= 0 && read.earned <= read.possible).toBe(true);
      }),
    );
  });
});

const queued = (attemptId: string, more: Partial<Queued> = {}): Queued => ({
  attemptId,
  learnerId: 'ada',
  isMarked: false,
  isFlagged: false,
  heldBy: null,
  ...more,
});

describe('the next answer to mark', () => {
  const queue = [
    queued('a'),
    queued('b', { isMarked: true }),
    queued('c', { heldBy: 'jonas' }),
    queued('d'),
    queued('e', { isFlagged: true }),
  ];

  it('is one that waits and that nobody else has before them', () => {
    expect(neighbour(queue, 'a', 1, 'waiting')?.attemptId).toBe('d');
    expect(neighbour(queue, 'd', -1, 'waiting')?.attemptId).toBe('a');
    expect(neighbour(queue, undefined, 1, 'waiting')?.attemptId).toBe('a');
  });

  it('goes on from the beginning, and is none when there is no other', () => {
    expect(neighbour(queue, 'd', 1, 'waiting')?.attemptId).toBe('a');
    expect(neighbour([queued('a')], 'a', 1, 'waiting')).toBeUndefined();
    expect(neighbour([], undefined, 1, 'all')).toBeUndefined();
  });

  it('of the flagged is a flagged one', () => {
    expect(neighbour(queue, 'a', 1, 'flagged')?.attemptId).toBe('e');
  });
});
