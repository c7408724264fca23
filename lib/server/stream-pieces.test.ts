import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Slots } from './slots';
import { streamPieces } from './stream-pieces';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Pieces, and whether what made them was let go. */
function made(count: number) {
  const held = { isLetGo: false };
  async function* pieces() {
    try {
      for (let at = 0; at < count; at++) yield `${at} `;
    } finally {
      held.isLetGo = true;
    }
  }
  return { held, pieces: pieces() };
}

test('a text arrives whole, and its end is told once', async () => {
  const ended = vi.fn();
  const { held, pieces } = made(4);
  expect(await new Response(streamPieces(pieces, ended)).text()).toBe('0 1 2 3 ');
  await vi.runAllTimersAsync();
  expect([held.isLetGo, ended.mock.calls.length]).toEqual([true, 1]);
});

test('who stops reading is left after a while, and what was held for them is let go', async () => {
  const ended = vi.fn();
  const { held, pieces } = made(1_000);
  const reader = streamPieces(pieces, ended, 1_000).getReader();
  await reader.read();
  await vi.advanceTimersByTimeAsync(999);
  expect(held.isLetGo).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect([held.isLetGo, ended.mock.calls.length]).toEqual([true, 1]);
  await expect(reader.read()).rejects.toThrow('took nothing more');
});

test('who goes away lets it go at once', async () => {
  const ended = vi.fn();
  const { held, pieces } = made(1_000);
  const reader = streamPieces(pieces, ended).getReader();
  await reader.read();
  await reader.cancel();
  expect([held.isLetGo, ended.mock.calls.length]).toEqual([true, 1]);
});

test('there are so many places, and one for each name', () => {
  const slots = new Slots(2);
  expect([slots.take('ann'), slots.take('ann'), slots.take('bob'), slots.take('eve')]).toEqual([
    true,
    false,
    true,
    false,
  ]);
  slots.free('ann');
  expect(slots.take('eve')).toBe(true);
});
