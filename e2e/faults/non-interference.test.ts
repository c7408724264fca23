import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { contentWithOther, secrets } from '@/e2e/fixtures/other-content';
import { differences, latestBuild, servedBytes } from '@/e2e/fixtures/served-bytes';
import type { Item } from '@/lib/curriculum/lesson';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import type { Localized } from '@/lib/words/locale';

const root = process.cwd();
const builds = process.env.HANDRAIL_BUILDS ?? '.next/tests';
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Everything about an item that is told only after an answer. */
function toldLater(item: Item): Localized[] {
  if (item.kind === 'task') return item.task.hints;
  return textsUnder(item.question, false);
}

/** What of a question, whatever its kind, is said only once it was answered. */
const secretFields = ['feedback', 'explanation', 'hints', 'answer', 'selfCheck', 'guidance'];

function textsUnder(value: unknown, isSecret: boolean): Localized[] {
  if (value === null || typeof value !== 'object') return [];
  const fields = Object.entries(value);
  const { en, zh } = Object.fromEntries(fields);
  const own = isSecret && (typeof en === 'string' || typeof zh === 'string') ? [{ en, zh }] : [];
  return [...own, ...fields.flatMap(([name, field]) => textsUnder(field, isSecret || secretFields.includes(name)))];
}

/** A piece of a text that stands in any page the same, whatever it is escaped by. */
function longestPlainPiece(text: string): string {
  return text
    .split(/[^\p{L}\p{N} ,;:.，。；：]+/u)
    .reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '')
    .trim();
}

/** What is served is searched byte by byte. */
function asServed(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

describe('the build that is served', () => {
  test('contains no sentence of any explanation, feedback or hint: not in pages, their data, scripts or maps', async () => {
    const bytes = [...servedBytes(root, builds, latestBuild(root, builds))];
    const lessons = bytes.filter(([name]) => name.includes('three-way-four-way'));
    expect(lessons.length).toBeGreaterThan(0);
    const pieces = [...(await curriculum()).items()]
      .flatMap((item) => toldLater(item).flatMap((text) => [text.en, text.zh]))
      .flatMap((text) => (text ? [longestPlainPiece(text)] : []))
      .filter((piece) => piece.length >= (/\p{Script=Han}/u.test(piece) ? 8 : 20));
    expect(pieces.length).toBeGreaterThan(50);
    const leaks = pieces.flatMap((piece) => {
      const wanted = asServed(piece);
      return bytes.filter(([, content]) => content.includes(wanted)).map(([name]) => `${name}: ${piece}`);
    });
    expect(leaks).toEqual([]);
  });

  /** The prompts of one pool of questions, and whether each stands anywhere in what is served. */
  async function servedPrompts(use: 'practice' | 'assessed'): Promise<{ prompt: string; isServed: boolean }[]> {
    const bytes = [...servedBytes(root, builds, latestBuild(root, builds)).values()];
    return [...(await curriculum()).items()].flatMap((item) => {
      if (item.kind !== 'question' || item.question.use !== use || !item.question.prompt.en) return [];
      const prompt = longestPlainPiece(item.question.prompt.en);
      const wanted = asServed(prompt);
      return [{ prompt, isServed: bytes.some((content) => content.includes(wanted)) }];
    });
  }

  test('does contain the prompts, so that the search above would find what leaks', async () => {
    const prompts = await servedPrompts('practice');
    expect(prompts.length).toBeGreaterThan(10);
    expect(prompts.filter(({ isServed }) => !isServed)).toEqual([]);
  });

  test('contains no assessed question', async () => {
    const prompts = await servedPrompts('assessed');
    expect(prompts.length).toBeGreaterThan(5);
    expect(prompts.filter(({ isServed }) => isServed)).toEqual([]);
  });
});

// Whole builds take minutes: only in the long form.
if (process.env.HANDRAIL_FULL) {
  describe('a build of the same lessons with other keys', () => {
    const own = '.next/interference';
    const further = mkdtempSync(join(tmpdir(), 'handrail-further-'));
    folders.push(further);

    /** Builds with a further content folder, always at the same place, made from this path. */
    function builtWith(path: string, change: (home: string) => void = () => {}): Map<string, string> {
      const home = join(further, 'tcp-again');
      rmSync(home, { recursive: true, force: true });
      cpSync(path, home, { recursive: true });
      change(home);
      const args = ['lib/cli/handrail.mjs', 'build'];
      const env = { ...process.env, CONTENT_DIRS: further, HANDRAIL_BUILDS: own, NODE_ENV: 'production' as const };
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });
      if (status !== 0) throw new Error(`the build failed:\n${stdout}${stderr}`);
      return servedBytes(root, own, latestBuild(root, own));
    }

    const path = (content: string) => join(content, 'tcp-tls');

    test('serves the same bytes, whichever secret is another', { timeout: 3_600_000 }, () => {
      const original = builtWith(path(resolve('content')));
      expect([...original.keys()].some((name) => name.includes('tcp-again'))).toBe(true);
      for (const secret of secrets) {
        const copy = contentWithOther([secret], resolve('content'));
        folders.push(join(copy, '..'));
        expect({ secret, differ: differences(original, builtWith(path(copy))) }).toEqual({ secret, differ: [] });
      }
    });

    test('serves the same bytes with a draft beside them', { timeout: 3_600_000 }, () => {
      const original = builtWith(path(resolve('content')));
      const withDraft = builtWith(path(resolve('content')), (home) => {
        cpSync(join(home, '03-three-way-four-way'), join(home, '04-unseen'), { recursive: true });
        appendFileSync(join(home, '04-unseen/lesson.yaml'), '\ndraft: true\n');
      });
      expect(differences(original, withDraft)).toEqual([]);
    });

    test('and is seen to differ when something that is shown is another', { timeout: 3_600_000 }, () => {
      const original = builtWith(path(resolve('content')));
      const copy = contentWithOther(['key'], resolve('content'));
      folders.push(join(copy, '..'));
      const quiz = join(path(copy), '03-three-way-four-way', 'quiz.yaml');
      writeFileSync(quiz, readFileSync(quiz, 'utf8').replace('prompt:\n      en: ', 'prompt:\n      en: Well. '));
      expect(differences(original, builtWith(path(copy))).length).toBeGreaterThan(0);
    });
  });
}
