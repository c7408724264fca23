import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSavedName, savedName } from '@/lib/offline/saved-name';

it('a cache is found again by the path, language and version in its name', () => {
  const word = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
  fc.assert(
    fc.property(fc.constantFrom('en' as const, 'zh' as const), word, word, (locale, path, version) => {
      expect(readSavedName(savedName({ locale, path, version }))).toEqual({ locale, path, version });
    }),
  );
});

it('a cache of somebody else on this address is not ours', () => {
  for (const name of ['', 'workbox-precache', 'handrail.saved', 'handrail.saved/fr/a/1', 'handrail.saved/en/a/1/2'])
    expect(readSavedName(name)).toBeNull();
});
