import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { lessonFile, soundFiles, writeContent } from '@/lib/curriculum/test-content';

/** A copy of our code, so that a rule can be changed in it. */
let root: string;
let content: string;

const isLong = process.env.HANDRAIL_FULL === '1';
const lessons = 26;
/** Ends a process that is about to load TypeScript. */
const withoutTypescript =
  'import { Module } from "node:module"; Module.register = Module.registerHooks = () => process.exit(9);';
const data = () => join(root, 'data');
/** Below a file no folder can be made: nothing is kept there, and everything is source. */
const nowhere = () => join(root, 'package.json', 'data');
const bundles = () => readdirSync(join(data(), 'cache', 'check'));

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'handrail-code-'));
  const isTaken = (name: string) => !name.endsWith('.test.ts') && !['broken', 'generated'].includes(basename(name));
  cpSync('lib', join(root, 'lib'), { recursive: true, filter: isTaken });
  for (const name of ['package.json', 'package-lock.json', 'tsconfig.json']) cpSync(name, join(root, name));
  symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'));
  mkdirSync(join(root, 'content'));
  content = await writeContent(manyLessons());
}, 60_000);

afterEach(() => vi.unstubAllEnvs());

afterAll(() => {
  for (const folder of [root, content]) rmSync(folder, { recursive: true, force: true });
});

test('finds from the bundle what it finds from the source, also when two checks make it at once', async () => {
  const source = await check(nowhere());
  expect(source.match(/source-unused/g)?.length).toBeGreaterThanOrEqual(lessons);
  expect(await Promise.all([check(), check()])).toEqual([source, source]);
  expect(bundles()).toHaveLength(1);
  expect(await check()).toBe(source);
  if (isLong) expect(await check(data(), '--format', 'json')).toBe(await check(nowhere(), '--format', 'json'));
}, 240_000);

test('starts without TypeScript where there is a bundle, and loads it for what the bundle leaves out', async () => {
  const source = await check();
  vi.stubEnv('NODE_OPTIONS', `--import=data:text/javascript,${encodeURIComponent(withoutTypescript)}`);
  expect(await check()).toBe(source);
  expect(await check(nowhere())).toBe('ended with 9');
  // Whoever has answered is asked of a database, which is no part of the bundle.
  vi.stubEnv('DATABASE_URL', 'postgresql://u:p@127.0.0.1:1/x');
  expect(await check()).toBe(`${source}ended with 9`);
  vi.stubEnv('NODE_OPTIONS', '');
  expect(await check()).toBe(source);
}, 240_000);

test('two checks at once after a lesson changed find the same, and harm nothing that is kept', async () => {
  const file = join(content, 'tcp-tls/12-more-2/en.mdx');
  writeFileSync(file, readFileSync(file, 'utf8').replace('Two strangers', 'Two hosts'));
  const [one, other] = await Promise.all([check(), check()]);
  expect(one).toBe(other);
  expect(await check()).toBe(one);
  expect(await check(nowhere())).toBe(one);
}, 240_000);

test('finds the same with any of what is kept cut short or turned, and makes it again', async () => {
  const source = await check();
  const bundle = join('check', bundles()[0] ?? '');
  const kept = ['check.loader', ...['check.cjs', 'code', 'sum'].map((name) => join(bundle, name))];
  for (const [at, name] of kept.entries()) {
    const file = join(data(), 'cache', name);
    const whole = readFileSync(file);
    const isAgain = () => name.endsWith('code') || readFileSync(file).equals(whole);
    // Each harm is a check of its own: in the quick form every second one.
    if (isLong || at % 2 === 0) {
      truncateSync(file, Math.floor(whole.length / 2));
      expect(await check(), `${name} cut short`).toBe(source);
      expect(isAgain(), `${name} is made again`).toBe(true);
    }
    if (isLong || at % 2 === 1) {
      writeFileSync(file, withOtherBit(whole));
      expect(await check(), `${name} with another bit`).toBe(source);
      expect(isAgain(), `${name} is made again`).toBe(true);
    }
  }
  const lessonsKept = join(data(), 'cache', 'lessons');
  for (const file of readdirSync(lessonsKept, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.includes('.index'),
  ))
    truncateSync(join(lessonsKept, file), 1_000);
  expect(await check(), 'an index cut short').toBe(source);
}, 240_000);

test('never uses a bundle of other rules: a changed rule is heard at the next check', async () => {
  const rule = join(root, 'lib/curriculum/rules/check-sources.ts');
  const text = readFileSync(rule, 'utf8');
  const before = await check();
  writeFileSync(rule, text.replace('nothing in the lesson cites', 'nobody ever cites'));
  const changed = await check();
  expect(changed).toBe(before.replaceAll('nothing in the lesson cites', 'nobody ever cites'));
  expect(changed).not.toBe(before);
  expect(bundles()).toHaveLength(2);
  expect(await check()).toBe(changed);
  writeFileSync(rule, text);
  expect(await check()).toBe(before);
}, 240_000);

/** One bit in the middle turned over. */
function withOtherBit(bytes: Buffer): Buffer {
  const other = Buffer.from(bytes);
  const middle = bytes.length >> 1;
  other[middle] = (other[middle] ?? 0) ^ 1;
  return other;
}

/** So many lessons that a bundle pays, each with something that a rule finds. */
function manyLessons(): Record<string, string> {
  const one = Object.keys(soundFiles).filter((name) => name.startsWith(lessonFile('')));
  const source = 'sources:\n  - { id: rfc1, title: "RFC 1", href: "https://www.rfc-editor.org/rfc/rfc1" }\n';
  const files = Array.from({ length: lessons }, (_, at) =>
    one.map((name) => [
      name.replace('03-handshakes', `${at + 10}-more-${at}`),
      (soundFiles[name] ?? '') + (name.endsWith('lesson.yaml') ? source : ''),
    ]),
  );
  return Object.fromEntries(files.flat());
}

/** What the command says of the content, with what it keeps in `home`. */
async function check(home = data(), ...options: string[]): Promise<string> {
  const child = spawn(process.execPath, ['lib/cli/handrail.mjs', 'check', ...options], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, CONTENT_DIRS: content, DATA_DIR: home },
  });
  let said = '';
  child.stdout.on('data', (bytes: Buffer) => {
    said += bytes.toString('utf8');
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) said += `ended with ${code}`;
  return said.replace(/\([\d.]+ s\)/, '');
}
