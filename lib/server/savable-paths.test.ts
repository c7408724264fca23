import { expect, it } from 'vitest';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { savablePaths } from '@/lib/server/savable-paths';

it('each path with lessons can be saved, and what is assessed is never drawn beforehand', async () => {
  const all = await curriculum();
  const paths = savablePaths(all);
  expect(paths.map(({ path }) => path)).toEqual(
    all.paths.filter(({ lessons }) => lessons.length > 0).map(({ id }) => id),
  );
  for (const { path, lessons, variants } of paths) {
    expect(lessons.map(({ id }) => id)).toEqual(all.path(path)?.lessons.map(({ id }) => id));
    for (const variant of variants) {
      const item = all.item(variant);
      expect(item).toMatchObject({ kind: 'question', lesson: expect.stringMatching(`^${path}/`) });
      if (item?.kind === 'question') expect(item.question.use).toBe('practice');
    }
  }
});
