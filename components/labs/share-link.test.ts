import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_LINK, packFragment, unpackFragment } from './share-link';

test('any JSON value comes back from its link as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (value) => {
      const packed = await packFragment(value);
      if (packed.kind !== 'packed') throw new Error('expected a link');
      expect(packed.fragment).toMatch(/^#run=1\.[A-Za-z0-9_-]*$/);
      const back = await unpackFragment(packed.fragment);
      expect(back).toEqual({ kind: 'unpacked', value: JSON.parse(JSON.stringify(value)) });
    }),
    { numRuns: 200 },
  );
});

test('a link over 8 KB is refused, and says how long it would be', async () => {
  const noise = Array.from({ length: 8000 }, (_, index) => Math.sin(index)).join();
  const packed = await packFragment(noise);
  expect(packed.kind).toBe('too-long');
  if (packed.kind === 'too-long') expect(packed.length).toBeGreaterThan(MAX_LINK);
});

test('a link that inflates beyond its limit is unreadable, not a wait', async () => {
  const packed = await packFragment('a'.repeat(2_000_000));
  if (packed.kind !== 'packed') throw new Error('expected a link');
  expect(await unpackFragment(packed.fragment)).toEqual({ kind: 'unreadable' });
});

test('whatever stands after # is read without a throw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), async (text) => {
      expect((await unpackFragment(`#run=1.${text}`)).kind).not.toBe('none');
    }),
  );
});

test('an ordinary anchor is no link to a run', async () => {
  expect(await unpackFragment('#why-not-two')).toEqual({ kind: 'none' });
  expect(await unpackFragment('')).toEqual({ kind: 'none' });
});
