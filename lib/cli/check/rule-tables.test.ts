import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { allRules } from '@/lib/curriculum/rules/all-rules';
import { ruleTables, withRuleTables } from './rule-tables';

test.each([
  ['content/README.md', 'says'],
  ['content/README.zh.md', 'zh'],
] as const)('%s explains every rule as it is registered (`handrail check --fix` writes it)', async (file, language) => {
  const handbook = await readFile(file, 'utf8');
  expect(withRuleTables(handbook, language)).toBe(handbook);
  for (const rule of allRules.keys()) expect(handbook).toContain(`<a id="rule-${rule}"></a>`);
});

test('no sentence is missing, and none is said of two rules', () => {
  for (const language of ['says', 'zh'] as const) {
    const sentences = [...allRules.values()].map((rule) => rule[language]);
    expect(sentences.filter((sentence) => sentence.trim() === '' || /[.。]$/.test(sentence))).toEqual([]);
    expect(sentences.filter((sentence, at) => sentences.indexOf(sentence) < at)).toEqual([]);
  }
});

test('a "|" of a sentence does not end its cell', () => {
  for (const line of ruleTables('says').split('\n'))
    if (line.startsWith('| <a')) expect(line.replaceAll('\\|', '').split('|')).toHaveLength(4);
});
