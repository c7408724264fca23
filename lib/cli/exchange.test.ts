import { mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { inFolderOf } from './check/broken-cases';
import { checkContent } from './check/content';
import { register } from './exchange';

const lesson = 'tcp-tls/handshakes';
const folder = 'tcp-tls/03-handshakes';

let out: string;
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'handrail-exchange-'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
  await rm(out, { recursive: true, force: true });
});

/** What the command says and ends with. */
async function handrail(...words: string[]): Promise<{ said: string; complained: string; exit: number }> {
  const said: string[] = [];
  const complained: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  vi.spyOn(console, 'error').mockImplementation((line: string) => void complained.push(line));
  vi.spyOn(process.stdout, 'write').mockImplementation((bytes) => said.push(String(bytes)) > 0);
  process.exitCode = undefined;
  const program = new Command().exitOverride();
  register(program);
  await program.parseAsync(['node', 'handrail', 'exchange', ...words]);
  vi.restoreAllMocks();
  return { said: said.join('\n'), complained: complained.join('\n'), exit: Number(process.exitCode ?? 0) };
}

const gift = `::Tide::When is the sea highest? {=at high tide#Yes. ~at low tide#No. ~%30%at noon}

::Only words::Read this.

::Broken::What {=a
`;

async function file(name: string, text: string): Promise<string> {
  await writeFile(join(out, name), text);
  return join(out, name);
}

const inside = (use: (dir: string) => Promise<void>) => inFolderOf(undefined, use);
const textsOf = async (dir: string) =>
  Promise.all(
    (await readdir(join(dir, folder), { withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map(async ({ name }) => [name, await readFile(join(dir, folder, name), 'utf8')]),
  );

describe('bringing questions', () => {
  test('says item by item what becomes of each, and puts those that come along into the quiz and the words', () =>
    inside(async (dir) => {
      const from = await file('sea.gift', gift);
      const { said, complained, exit } = await handrail(
        'import',
        from,
        '--lesson',
        lesson,
        '--locale',
        'en',
        '--in',
        dir,
      );
      expect(complained).toBe(`${from}:5:16  error  this "{" is never closed\n    write     }`);
      expect(said).toMatch(/^(lost|approximated) +line 1:1 {2}\S.*30/m);
      expect(said).toMatch(/^left-out +line 3:1 {2}Only words/m);
      expect(said).toContain('1 of 3 questions brought, 1 of them not whole; 2 left out.');
      expect(said).toContain('written in en alone');
      expect(exit).toBe(1);
      expect(await readFile(join(dir, folder, 'quiz.yaml'), 'utf8')).toMatch(
        /^ {2}- id: tide\n(?: {4}.*\n)*? {4}kind: single-choice/m,
      );
      for (const locale of ['en', 'zh'])
        expect(await readFile(join(dir, folder, `${locale}.mdx`), 'utf8')).toMatch(/<Quiz id="tide" \/>\n$/);
      // What is missing now is the other language and what no file of another system says; nothing that was there broke.
      const { errors } = await checkContent([], [dir]);
      expect(
        errors.filter(({ severity }) => severity !== 'warning').every(({ file: at }) => at.endsWith('quiz.yaml')),
      ).toBe(true);
    }));

  test('reports only, when asked to, in the same words', () =>
    inside(async (dir) => {
      const before = await textsOf(dir);
      const from = await file('sea.gift', gift);
      const { said, exit } = await handrail(
        'import',
        from,
        '--lesson',
        lesson,
        '--locale',
        'en',
        '--in',
        dir,
        '--dry-run',
      );
      expect(said).toContain('1 of 3 questions would be brought, 1 of them not whole; 2 left out.');
      expect(exit).toBe(1);
      expect(await textsOf(dir)).toEqual(before);
    }));

  test('never takes an id that is taken, however often it is repeated', () =>
    inside(async (dir) => {
      const from = await file('sea.gift', '::Tide::High? {T}\n\n::Tide::Low? {F}\n\n::SYN ack number::So? {T}\n');
      const bring = () => handrail('import', from, '--lesson', lesson, '--locale', 'en', '--in', dir, '--no-place');
      expect((await bring()).exit).toBe(0);
      expect((await bring()).exit).toBe(0);
      const ids = [...(await readFile(join(dir, folder, 'quiz.yaml'), 'utf8')).matchAll(/^ {2}- id: (\S+)/gm)].map(
        ([, id]) => id,
      );
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toEqual(expect.arrayContaining(['tide', 'tide-2', 'tide-3', 'tide-4']));
      expect(await readFile(join(dir, folder, 'en.mdx'), 'utf8')).not.toContain('tide');
    }));

  test.each([
    [['--lesson', 'tcp-tls/handshake', '--locale', 'en'], /did you mean/],
    [['--lesson', '../../etc', '--locale', 'en'], /\.\.\/\.\.\/etc/],
    [['--lesson', lesson], /two languages; say which one/],
    [['--lesson', lesson, '--locale', 'fr'], /"fr" is no language here/],
    [['--lesson', lesson, '--locale', 'en', '--objective', '__proto__'], /no objective "__proto__"/],
    [['--lesson', lesson, '--locale', 'en', '--format', 'qti'], /"qti" cannot be brought/],
  ])('is told what it was used wrongly for, and writes nothing: %j', (words, why) =>
    inside(async (dir) => {
      const before = await textsOf(dir);
      const { complained, exit } = await handrail('import', await file('sea.gift', gift), ...words, '--in', dir);
      expect(complained).toMatch(why);
      expect(exit).toBe(2);
      expect(await textsOf(dir)).toEqual(before);
    }),
  );

  test('a file that is none, or too large, is told by its name', () =>
    inside(async (dir) => {
      const bring = (from: string) => handrail('import', from, '--lesson', lesson, '--locale', 'en', '--in', dir);
      expect(await bring(join(out, 'none.gift'))).toMatchObject({
        exit: 2,
        complained: expect.stringContaining('there is no file'),
      });
      await symlink(out, join(out, 'folder.gift'));
      expect(await bring(join(out, 'folder.gift'))).toMatchObject({
        exit: 2,
        complained: expect.stringContaining('there is no file'),
      });
      await truncate(await file('huge.xml', ''), 50_000_000);
      expect(await bring(join(out, 'huge.xml'))).toMatchObject({
        exit: 2,
        complained: expect.stringContaining('50000000 bytes'),
      });
      const bomb = '<!DOCTYPE quiz [<!ENTITY a SYSTEM "file:///etc/passwd">]><quiz>&a;</quiz>';
      expect(await bring(await file('bomb.xml', bomb))).toMatchObject({
        exit: 1,
        complained: expect.stringContaining('bomb.xml:1:1  error  a document type'),
      });
    }));
});

describe('taking questions', () => {
  test.each(['gift', 'xml', 'zip'])('to a .%s file, with a report of what it cannot hold', (ending) =>
    inside(async (dir) => {
      const to = join(out, `quiz.${ending}`);
      const { said, complained, exit } = await handrail('export', lesson, '--to', to, '--in', dir);
      expect([said, exit]).toEqual(['', 0]);
      expect(complained).toMatch(/\n\d+ of 2 questions written to /);
      expect((await readFile(to, 'utf8')).slice(0, 2)).toBe({ gift: '$C', xml: '<?', zip: 'PK' }[ending]);
    }),
  );

  test('never writes over a file that is there, unless told to', () =>
    inside(async (dir) => {
      const to = await file('quiz.gift', 'mine');
      const refused = await handrail('export', lesson, '--to', to, '--in', dir);
      expect(refused).toMatchObject({ exit: 2, complained: `${to} is there already; --force writes over it` });
      expect(await readFile(to, 'utf8')).toBe('mine');
      expect((await handrail('export', lesson, '--to', to, '--in', dir, '--force')).exit).toBe(0);
      expect(await readFile(to, 'utf8')).toContain('$CATEGORY');
    }));

  test('what is printed holds the questions alone', () =>
    inside(async (dir) => {
      const { said } = await handrail('export', lesson, '--to', '-', '--format', 'gift', '--in', dir);
      expect(said).toMatch(/^\$CATEGORY/);
      expect(said).not.toContain('questions written');
    }));

  test.each([
    [['tcp-tls/none', '--to', 'x.gift'], /tcp-tls\/none/],
    [[lesson, '--to', 'x.doc'], /which form/],
    [[lesson, '--to', 'no/such/folder/x.gift'], /is its folder there/],
    [[lesson, '--to', 'x.constructor'], /which form/],
  ])('is told what it was used wrongly for: %j', (words, why) =>
    inside(async (dir) => {
      const { complained, exit } = await handrail('export', ...words, '--in', dir);
      expect(complained).toMatch(why);
      expect(exit).toBe(2);
    }),
  );

  test('a quiz that is not right is not taken anywhere', () =>
    inside(async (dir) => {
      await writeFile(join(dir, folder, 'quiz.yaml'), 'questions: [');
      const to = join(out, 'quiz.gift');
      expect(await handrail('export', lesson, '--to', to, '--in', dir)).toMatchObject({
        exit: 2,
        complained: expect.stringContaining('has to be right first'),
      });
      expect(await readdir(out)).toEqual([]);
    }));

  test('what was taken comes back into another lesson', () =>
    inside(async (dir) => {
      const to = join(out, 'quiz.xml');
      await handrail('export', lesson, '--to', to, '--in', dir);
      await inFolderOf(undefined, async (other) => {
        const { said } = await handrail('import', to, '--lesson', lesson, '--locale', 'en', '--in', other, '--dry-run');
        expect(said).toContain('2 of 2 questions would be brought');
      });
    }));
});
