import { lstat, mkdir, mkdtemp, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepContent, keptContent } from './keep-content';

test('a build keeps each folder in its place, without what editors leave behind', async () => {
  const [build, own, school] = await Promise.all(
    ['build', 'own', 'school'].map((name) => mkdtemp(join(tmpdir(), `.handrail-${name}-`))),
  );
  if (!build || !own || !school) throw new Error('no folders');
  expect(keptContent(build)).toBeUndefined();
  await writeFile(join(own, 'site.yaml'), 'own');
  await writeFile(join(own, '.ids.json'), '{}');
  await writeFile(join(own, '.site.yaml.swp'), 'half');
  await writeFile(join(school, 'site.yaml'), 'school');
  await keepContent(build, [own, school]);
  const [first = '', second = ''] = keptContent(build) ?? [];
  expect(await readFile(join(first, 'site.yaml'), 'utf8')).toBe('own');
  expect(await readFile(join(second, 'site.yaml'), 'utf8')).toBe('school');
  expect(await stat(join(first, '.ids.json')).then(() => true)).toBe(true);
  expect(await stat(join(first, '.site.yaml.swp')).catch(() => null)).toBeNull();
});

test('of a folder that is a link what it leads to is kept, and stays when the link is led elsewhere', async () => {
  const home = await mkdtemp(join(tmpdir(), 'handrail-link-'));
  await mkdir(join(home, 'release-1'));
  await writeFile(join(home, 'release-1', 'site.yaml'), 'first');
  await symlink('release-1', join(home, 'current'));
  await keepContent(home, [join(home, 'current')]);
  const [kept = ''] = keptContent(home) ?? [];
  expect((await lstat(kept)).isSymbolicLink()).toBe(false);
  await writeFile(join(home, 'release-1', 'site.yaml'), 'edited');
  expect(await readFile(join(kept, 'site.yaml'), 'utf8')).toBe('first');
});
