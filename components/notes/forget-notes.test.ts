import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetNotes } from './forget-notes';

const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('who leaves takes their notes along, and nobody else’s', () => {
  kept.set('handrail.notes.ann', JSON.stringify([{ id: '1', text: 'private' }]));
  kept.set('handrail.notes.bob', JSON.stringify([{ id: '2', text: 'also private' }]));
  forgetNotes('ann');
  expect([...kept.keys()]).toEqual(['handrail.notes.bob']);
});

test('a note that is not on the server yet waits for its writer', () => {
  const waiting = { id: '2', text: 'on the train', isUnsaved: true };
  kept.set('handrail.notes.ann', JSON.stringify([{ id: '1', text: 'saved' }, waiting]));
  forgetNotes('ann');
  expect(JSON.parse(kept.get('handrail.notes.ann') ?? '')).toEqual([waiting]);
});

test('a browser that keeps nothing has nothing to forget', () => {
  vi.stubGlobal('localStorage', {
    getItem: () => {
      throw new Error('refused');
    },
  });
  expect(() => forgetNotes('ann')).not.toThrow();
});
