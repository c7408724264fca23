import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readContent } from '@/lib/curriculum/read-content';
import type { Question } from '@/lib/quiz/question';
import { isTemplate } from '@/lib/quiz/variants/instantiate';
import { openGroups } from './open-question';
import { openDraws, sampleHoles } from './open-variant';

const questions: Question[] = [];

beforeAll(async () => {
  const { curriculum } = await readContent([resolve('content'), resolve('e2e/fixtures/kinds-content')]);
  for (const item of curriculum.items()) if (item.kind === 'question') questions.push(item.question);
});

/** Every text that an author wrote below these keys. */
function textsUnder(part: unknown, keys: readonly string[], isInside = false): string[] {
  if (typeof part === 'string') return isInside ? [part] : [];
  if (Array.isArray(part)) return part.flatMap((one) => textsUnder(one, keys, isInside));
  if (part === null || typeof part !== 'object') return [];
  return Object.entries(part).flatMap(([key, one]) => textsUnder(one, keys, isInside || keys.includes(key)));
}

describe('a question laid open', () => {
  test('says what is right, whatever its kind', () => {
    expect(new Set(questions.map(({ kind }) => kind)).size).toBe(11);
    for (const question of questions) {
      const verdicts = openGroups(question).flatMap(({ lines }) => lines.map(({ verdict }) => verdict));
      expect(
        verdicts.some((verdict) => verdict !== 'wrong'),
        question.id,
      ).toBe(true);
    }
  });

  test('leaves out no feedback and no mistake that its author wrote', () => {
    for (const question of questions) {
      const open = JSON.stringify(openGroups(question));
      for (const text of textsUnder(question, ['feedback', 'misconception', 'near']))
        if (!open.includes(JSON.stringify(text).slice(1, -1)))
          // Settings of a form are told beside it, not as a text.
          expect(['ignore', 'exact'], `${question.id}: ${text}`).toContain(text);
    }
  });
});

describe('a variant laid open', () => {
  test('has three draws with numbers in its texts and its key, the same on every look', () => {
    const variants = questions.filter(isTemplate);
    expect(variants.length).toBeGreaterThan(0);
    for (const question of variants) {
      const draws = openDraws(question);
      expect(draws.map(({ kind }) => kind)).toEqual(['drawn', 'drawn', 'drawn']);
      expect(JSON.stringify(draws), question.id).not.toMatch(/[\uE000\uE001]/u);
      expect(openDraws(question)).toEqual(draws);
      expect(new Set(draws.map((draw) => JSON.stringify(draw))).size).toBe(3);
      expect(Object.keys(sampleHoles(question) ?? {}).length).toBeGreaterThan(0);
    }
  });

  test('is nothing that a plain question has', () => {
    const plain = questions.find((question) => !isTemplate(question));
    expect(plain && openDraws(plain)).toEqual([]);
    expect(plain && sampleHoles(plain)).toBeUndefined();
  });
});
