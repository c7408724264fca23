import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { brokenCases, inFolderOf } from './broken-cases';
import { checkContent } from './content';
import { fixContent } from './fix';

const mendable = /^(languages\/(half-width|full-width|space)-|prose\/link-(in-a-language|to-an-old-address))/;
const cases = brokenCases().filter(({ name }) => mendable.test(name));

test.each(cases.map((broken) => [broken.name, broken] as const))(
  '%s is mended by --fix, and nothing else is touched',
  async (_name, broken) => {
    await inFolderOf(broken, async (dir) => {
      const [, file = ''] = /^(\S+?):/.exec(broken.expected[0] ?? '') ?? [];
      const before = readFileSync(join(dir, file), 'utf8');
      await fixContent(
        [file].map((name) => join(dir, name)),
        [dir],
      );
      expect((await checkContent([], [dir])).errors).toEqual([]);
      const after = readFileSync(join(dir, file), 'utf8');
      const changed = after.split('\n').filter((line, at) => line !== before.split('\n')[at]);
      expect(changed).toHaveLength(1);
      expect([after.startsWith('\uFEFF'), after.includes('\r\n')]).toEqual([
        before.startsWith('\uFEFF'),
        before.includes('\r\n'),
      ]);
    });
  },
);

test('there is something to mend', () => expect(cases.length).toBeGreaterThan(14));
