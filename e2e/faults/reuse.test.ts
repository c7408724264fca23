import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { forget, handrail } from '@/e2e/fixtures/product';
import { SchoolContent } from '@/e2e/fixtures/school-content';
import { buildsIn } from '@/lib/server/builds';
import { readPackedBuild } from '@/lib/server/packed-build';

const school = new SchoolContent();
const dataDir = mkdtempSync('/tmp/handrail-e2e-');
const settings = { CONTENT_DIRS: school.folder, DATA_DIR: dataDir };
const builds = buildsIn(process.cwd(), process.env.HANDRAIL_BUILDS ?? '.next/tests');

afterAll(async () => {
  rmSync(school.folder, { recursive: true });
  await forget(dataDir);
});

async function build(...args: string[]): Promise<{ hash: string; said: string }> {
  const { code, said } = await handrail(['build', ...args], settings);
  expect(code, said).toBe(0);
  return { hash: /Built: (\w+)/.exec(said)?.[1] ?? '', said };
}

/** Everything that a visitor, Next or a saved copy is given, by name. */
async function givenBy(hash: string): Promise<Record<string, string>> {
  const folder = builds.of(hash);
  const found: Record<string, string> = {};
  for (const part of ['server/app', 'made'])
    for (const entry of readdirSync(join(folder, part), { withFileTypes: true, recursive: true })) {
      const file = join(entry.parentPath, entry.name);
      if (entry.isFile() && /\.(html|body|rsc|meta|json|br|gz)$/.test(entry.name))
        found[relative(folder, file)] = readFileSync(file).toString('base64');
    }
  const { files } = await readPackedBuild(folder);
  for (const [address, file] of Object.entries(files)) found[address] = JSON.stringify(file);
  const manifest: { routes: Record<string, unknown> } = JSON.parse(
    readFileSync(join(folder, 'prerender-manifest.json'), 'utf8'),
  );
  for (const [address, route] of Object.entries(manifest.routes)) found[`route ${address}`] = JSON.stringify(route);
  return found;
}

/** Builds with what is there, then from nothing, and says how many lessons were taken over. */
async function isAsFromNothing(): Promise<number> {
  const { hash, said } = await build();
  const reused = await givenBy(hash);
  const again = await build('--all');
  expect(again.hash).toBe(hash);
  const drawn = await givenBy(hash);
  expect(Object.keys(reused).sort()).toEqual(Object.keys(drawn).sort());
  expect(Object.keys(drawn).filter((name) => drawn[name] !== reused[name])).toEqual([]);
  return takenOver(said);
}

function takenOver(said: string): number {
  return Number(/(\d+) of \d+ lessons were drawn before/.exec(said)?.[1] ?? 0);
}

const bits = { asks: 'How many values have four bits?', value: 16 };
const changes: Record<string, () => void> = {
  'the title of a neighbour': () => {
    const file = join(school.folder, 'counting/02-bytes/en.mdx');
    school.write('counting/02-bytes/en.mdx', readFileSync(file, 'utf8').replace('Counting bytes', 'Counting octets'));
  },
  'the words of a lesson': () => school.lesson(1, 'bits', { ...bits, says: 'Every further bit doubles it.' }),
  'a term of the glossary': () =>
    school.write(
      'glossary.yaml',
      'terms:\n  - { id: nibble, term: { en: nibble, zh: 半字节 }, meaning: { en: Four bits., zh: 四个比特。 } }\n',
    ),
  'what a lesson names of it': () =>
    school.lesson(1, 'bits', { ...bits, says: 'Four are a <Term id="nibble">nibble</Term>.' }),
  'the meaning of that term': () =>
    school.write(
      'glossary.yaml',
      'terms:\n  - { id: nibble, term: { en: nibble, zh: 半字节 }, meaning: { en: Half a byte., zh: 半个字节。 } }\n',
    ),
  'the order of the path': () =>
    renameSync(join(school.folder, 'counting/02-bytes'), join(school.folder, 'counting/00-bytes')),
  'whether a lesson is there in Chinese': () => {
    school.write(
      'larger/path.yaml',
      readFileSync(join(school.folder, 'larger/path.yaml'), 'utf8').replace(/$/, 'languages: [en]\n'),
    );
    rmSync(join(school.folder, 'larger/01-words/zh.mdx'));
  },
  'the name of the site': () =>
    school.write(
      'site.yaml',
      'name: { en: School, zh: 学校 }\ntagline: { en: T, zh: 题 }\nfooter: { en: F, zh: 脚 }\n',
    ),
};

test('a build takes over the pages of lessons that show nothing of what has changed, byte for byte', async () => {
  school.path('larger', '{ en: Larger things, zh: 更大的东西 }');
  school.lesson(1, 'words', { asks: 'How many values have sixteen bits?', value: 65536, path: 'larger' });
  const before = await givenBy((await build()).hash);
  changes['the title of a neighbour']?.();
  const { hash, said } = await build();
  expect(takenOver(said)).toBeGreaterThan(0);
  const after = await givenBy(hash);
  const pages = (given: Record<string, string>, lesson: string) =>
    Object.entries(given).filter(([name]) => name.includes(lesson) && /\.(html|rsc)$/.test(name));
  expect(pages(before, 'larger/words').length).toBeGreaterThan(0);
  expect(pages(after, 'larger/words')).toEqual(pages(before, 'larger/words'));
  // What names the neighbour is drawn again.
  expect(pages(after, 'counting/bits')).not.toEqual(pages(before, 'counting/bits'));
});

test(
  'a build that takes pages from the one before is the build from nothing, whatever has changed',
  async () => {
    for (const [what, change] of Object.entries(changes).slice(1)) {
      change();
      console.log(`${what}: ${await isAsFromNothing()} lessons taken over`);
    }
  },
  20 * 60_000,
);
