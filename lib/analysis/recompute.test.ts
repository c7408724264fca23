import { expect, test } from 'vitest';
import { withTestDatabase } from '@/lib/db/test-database';
import type { ItemRollup } from '@/lib/gradebook/rollup';
import { lessonRollup } from '@/lib/gradebook/rollup-store';
import { fold } from '@/lib/gradebook/submit-fold';
import {
  answer,
  enrol,
  giveGrade,
  makeAssignment,
  makeClass,
  makeLearner,
  testContent,
} from '@/lib/gradebook/test-fold-store';
import { nextBelow, seeded } from '@/lib/labs/random';
import { learnerItems } from './evidence-store';
import { itemStatistics } from './item-statistics';
import { type Evidence, recompute } from './recompute';

withTestDatabase();

const content = testContent();
const items = ['p/x/a', 'p/x/b', 'p/x/c'];
const started = Date.UTC(2026, 0, 5, 8);

/** The same draws each time. */
function draws(seed: number): (below: number) => number {
  let state = seeded(seed);
  return (below) => {
    const drawn = nextBelow(state, below);
    state = drawn.state;
    return drawn.value;
  };
}

async function foldAll(): Promise<void> {
  for (;;) {
    const folded = await fold(undefined, content);
    if (folded.kind === 'elsewhere' || folded.isAll) return;
  }
}

/** What both say, in one order. */
function said({
  item,
  first,
  best,
  last,
  tries,
  waiting,
  hinted,
  gaveUp,
  seconds,
  options,
  misconceptions,
  landmarks,
}: Evidence | ItemRollup) {
  const counted = [...first].sort((a, b) => a.share - b.share || (a.ability ?? -1) - (b.ability ?? -1));
  return {
    item,
    first: counted,
    best,
    last,
    tries,
    waiting,
    hinted,
    gaveUp,
    seconds,
    options,
    misconceptions,
    landmarks,
  };
}

test('what is folded is what all attempts say, counted by another way, while answers and grades come in', async () => {
  const [one, other] = [await makeClass(), await makeClass()];
  const elsewhere = await makeAssignment(other);
  const learners = await Promise.all(Array.from({ length: 9 }, (_, at) => makeLearner(`Learner ${at}`)));
  for (const [at, learner] of learners.entries()) {
    await enrol(learner, one);
    if (at % 3 === 0) await enrol(learner, other);
  }
  const below = draws(8);
  for (let at = 0; at < 90; at += 1) {
    const learnerId = learners[below(learners.length)] ?? '';
    const share = [null, 0, 1 / 3, 0.5, 2 / 3, 1, 1][below(7)] ?? null;
    const id = await answer({
      learnerId,
      item: items[below(items.length)] ?? '',
      share,
      choice: ['one', 'two', 'three'][below(3)] ?? 'one',
      help: below(3),
      withheld: below(5) === 0,
      assignment: below(10) === 0 ? elsewhere : undefined,
      at: new Date(started + at * 37_000),
    });
    if (id && share !== null && below(8) === 0) await giveGrade(learnerId, id, below(2));
    if (at % 30 === 0) await foldAll();
  }
  await foldAll();
  const stored = items.map((item) => ({ item, stored: [item] }));
  const counted = recompute(await learnerItems(one, stored), () => 'single-choice');
  const folded = await lessonRollup(one, 'p/x');
  expect(folded.learners).toBe(counted.learners);
  expect(folded.items.map(said)).toEqual(counted.items.map(said));
  expect(folded.items.map(itemStatistics)).toEqual(counted.items.map(itemStatistics));
  expect(counted.items).toHaveLength(3);
  expect(counted.items[0]?.seconds.length).toBeGreaterThan(0);
});

test('who has left the class, and its staff, are in no figure', async () => {
  const one = await makeClass();
  const [ann, ben] = [await makeLearner(), await makeLearner('Ben')];
  for (const learnerId of [ann, ben]) await answer({ learnerId, item: 'p/x/a', share: 1 });
  await enrol(ann, one);
  const stored = [{ item: 'p/x/a', stored: ['p/x/a'] }];
  expect(recompute(await learnerItems(one, stored), () => undefined)).toMatchObject({
    learners: 1,
    items: [{ first: [{ share: 1_000_000, ability: null, learners: 1 }] }],
  });
});
