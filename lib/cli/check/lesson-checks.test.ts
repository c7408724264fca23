import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test, vi } from 'vitest';
import { lessonFile, soundFiles, writeContent } from '@/lib/curriculum/test-content';
import { checkContent } from './content';

const made: string[] = [];
const folder = (name: string) => {
  const path = mkdtempSync(join(tmpdir(), `handrail-${name}-`));
  made.push(path);
  return path;
};
afterAll(() => {
  vi.unstubAllEnvs();
  for (const path of made) rmSync(path, { recursive: true, force: true });
});

/** A check that keeps what it reads in `data`, and finds there what an earlier one kept. */
async function check(dir: string, data: string) {
  vi.stubEnv('DATA_DIR', data);
  const { errors, extent } = await checkContent([], [dir]);
  return { errors, extent };
}

const second = Object.fromEntries(
  Object.entries(soundFiles)
    .filter(([name]) => name.startsWith('tcp-tls/03-'))
    .map(([name, text]) => [name.replace('03-handshakes', '04-more'), text]),
);
const files = [...Object.keys(soundFiles), ...Object.keys(second)];

/** What may happen to a content folder between two checks. Each is given the folder and where the cache lies. */
const happenings: Record<string, (dir: string, data: string, file: string, at: number) => void> = {
  'a word changes': (dir: string, _data: string, file: string, at: number) =>
    edit(join(dir, file), (text) => `${text.slice(0, at % text.length)}x${text.slice((at % text.length) + 1)}`),
  'a line goes': (dir: string, _data: string, file: string, at: number) =>
    edit(join(dir, file), (text) => {
      const lines = text.split('\n');
      lines.splice(at % lines.length, 1);
      return lines.join('\n');
    }),
  'a file goes': (dir: string, _data: string, file: string) => rmSync(join(dir, file), { force: true }),
  'a file comes back': (dir: string, _data: string, file: string) => {
    // Its lesson may have moved.
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), soundFiles[file] ?? second[file] ?? '');
  },
  'a file is changed under its old time': (dir: string, _data: string, file: string) =>
    edit(
      join(dir, file),
      (text) => text.replace('open', 'oppn'),
      () => new Date('2026-01-01'),
    ),
  'a stranger comes': (dir: string) => writeFileSync(join(dir, lessonFile('notes.txt')), 'see you'),
  'a lesson moves': (dir: string) => {
    const [from, to] = [join(dir, 'tcp-tls/04-more'), join(dir, 'tcp-tls/05-else')];
    const names = readdirSync(join(dir, 'tcp-tls'));
    if (names.includes('04-more') && !names.includes('05-else')) renameSync(from, to);
  },
  'the glossary loses its term': (dir: string) =>
    edit(join(dir, 'glossary.yaml'), (text) => text.replace('id: segment', 'id: packet')),
  'the path asks for more': (dir: string) =>
    edit(join(dir, 'tcp-tls/path.yaml'), (text) => `${text}standard: { labs: 2, tasks: 1, questions: 9 }\n`),
  'a kept file is cut short': (_dir: string, data: string, _file: string, at: number) =>
    damage(data, at, (bytes) => bytes.subarray(0, at % bytes.length)),
  'a kept byte turns': (_dir: string, data: string, _file: string, at: number) =>
    damage(data, at, (bytes) => {
      const turned = Buffer.from(bytes);
      turned[at % turned.length] = 255 - (turned[at % turned.length] ?? 0);
      return turned;
    }),
  'a kept file goes': (_dir: string, data: string, _file: string, at: number) => damage(data, at, () => undefined),
  'all that is kept goes': (_dir: string, data: string) =>
    rmSync(join(data, 'cache'), { recursive: true, force: true }),
};

function edit(file: string, change: (text: string) => string, time?: () => Date): void {
  try {
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    if (time) utimesSync(file, time(), time());
  } catch {
    // It went away in an earlier step.
  }
}

function damage(data: string, at: number, change: (bytes: Buffer) => Buffer | undefined): void {
  const kept = readdirSync(data, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const one = kept[at % Math.max(1, kept.length)];
  if (!one) return;
  const file = join(one.parentPath, one.name);
  const bytes = readFileSync(file);
  const changed = bytes.length === 0 ? bytes : change(bytes);
  if (changed) writeFileSync(file, changed);
  else rmSync(file);
}

const happening = fc.record({
  what: fc.constantFrom(...Object.keys(happenings)),
  file: fc.constantFrom(...files),
  at: fc.nat(5_000),
});

test('whatever happens between two checks, the second finds what one without a memory finds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 6 }), async (steps) => {
      const dir = await writeContent(second);
      made.push(dir);
      const data = folder('kept');
      await check(dir, data);
      for (const { what, file, at } of steps) {
        happenings[what]?.(dir, data, file, at);
        const [warm, cold] = [await check(dir, data), await check(dir, folder('cold'))];
        expect(warm, what).toEqual(cold);
      }
    }),
    { numRuns: 12 },
  );
}, 180_000);

test('what is found by this version of the rules is not believed by another folder of files', async () => {
  const [one, other] = [await writeContent(second), await writeContent({ ...second, 'glossary.yaml': '' })];
  made.push(one, other);
  const data = folder('kept');
  await check(one, data);
  expect((await check(other, data)).errors).toEqual((await check(other, folder('cold'))).errors);
});
