import { expect, it } from 'vitest';
import { giveBackMemory } from './give-back-memory';
import { NamesKnown } from './names-known';
import { namesIn } from './offline-closure';

it('holds none of the pages in memory whose names it knows', async () => {
  const known = new NamesKnown();
  giveBackMemory();
  const before = process.memoryUsage().heapUsed;
  for (let at = 0; at < 40; at += 1) {
    const page = { address: `/en/learn/many/${at}`, type: 'text/html; charset=utf-8' };
    const text = () => `<a href="/en/learn/many/lesson-${at}">${`${at} `.repeat(700_000)}</a>`;
    expect(await known.of(page.address, async () => namesIn(text(), page))).toEqual([`/en/learn/many/lesson-${at}`]);
  }
  giveBackMemory();
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(20_000_000);
});
