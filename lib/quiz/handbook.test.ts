import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { creditRules } from './credit';
import { proveQuestion } from './prove-question';
import { questionSchema } from './question';
import { everyKind } from './test-every-kind';

const listed = z.array(z.looseObject({ id: z.string(), kind: z.string() }));

/** What the author's handbook says about kinds, in one language. */
function chapter(file: string, heading: string): string {
  const text = readFileSync(file, 'utf8');
  const [words = ''] = text.slice(text.indexOf(heading) + heading.length).split(/\n#{2,3} /);
  return words;
}

describe.each([
  ['content/README.md', '### Kinds of question', '### Each kind by itself'],
  ['content/README.zh.md', '### 题型', '### 每种题型，各自能写些什么'],
])('the author’s handbook %s', (file, heading, each) => {
  const words = chapter(file, heading);
  const rows = new Map(
    [...words.matchAll(/^\| `([a-z-]+)` +\|[^|]*\|([^|]*)\|([^|]*)\|$/gm)].map(([, kind, rules = '', example = '']) => [
      kind,
      { rules, example },
    ]),
  );

  test.each(everyKind)('names the rule by which a %s is paid, with an example', (kind) => {
    const row = rows.get(kind);
    expect(row?.example.trim()).not.toBe('');
    if (kind !== 'written') expect(creditRules.some((rule) => row?.rules.includes(`\`${rule}\``))).toBe(true);
  });

  test('explains every rule', () => {
    const before = words.slice(0, words.indexOf('| `single-choice`'));
    for (const rule of creditRules) expect(before).toContain(`\`${rule}\``);
  });

  test('has something to say of each kind by itself', () => {
    const headings = chapter(file, each).match(/^#### .*$/gm) ?? [];
    for (const kind of everyKind) expect(headings.join('\n')).toContain(`\`${kind}\``);
  });

  test('shows only questions that can be written so, and prove themselves', () => {
    const examples = [...chapter(file, each).matchAll(/```yaml\n([^`]*)```/g)].flatMap(([, yaml = '']) =>
      listed.parse(parse(yaml)),
    );
    expect(examples.length).toBeGreaterThan(5);
    for (const example of examples) {
      const question = questionSchema.parse({ prompt: { en: 'asked' }, ...example });
      expect(proveQuestion(question), example.id).toEqual([]);
    }
  });
});
