import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readContent } from './read-content';
import { lessonInputs } from './read-lesson-inputs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handrail-inputs-'));
  const write = (name: string, text: string) => {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  write('site.yaml', 'name: { en: School, zh: 学校 }\ntagline: { en: T, zh: 题 }\nfooter: { en: F, zh: 脚 }\n');
  write(
    'glossary.yaml',
    `terms:
  - { id: bit, term: { en: bit, zh: 比特 }, meaning: { en: Yes or no., zh: 是或否。 } }
  - { id: byte, term: { en: byte, zh: 字节 }, meaning: { en: Eight bits., zh: 八个比特。 } }
`,
  );
  for (const path of ['counting', 'larger']) write(`${path}/path.yaml`, pathFile);
  write('counting/01-bits/lesson.yaml', about);
  write('counting/01-bits/en.mdx', words('Bits', 'A <Term id="bit">bit</Term> is small.'));
  write('counting/01-bits/zh.mdx', words('比特', '<Term id="bit">比特</Term>很小。'));
  write('counting/02-bytes/lesson.yaml', about);
  write('counting/02-bytes/en.mdx', words('Bytes', 'Nothing to explain.'));
  write('counting/02-bytes/zh.mdx', words('字节', '没什么要解释的。'));
  write('larger/01-words/lesson.yaml', about);
  write('larger/01-words/en.mdx', words('Words', 'Larger.'));
  write('larger/01-words/zh.mdx', words('字', '更大。'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const pathFile = `title: { en: Counting, zh: 数数 }
summary: { en: How much fits., zh: 能装下多少。 }
standard: { labs: 0, tasks: 0, questions: 0 }
`;
const about = 'objectives:\n  - { id: count, text: { en: Count, zh: 数 } }\n';
const words = (title: string, says: string) => `---\ntitle: ${title}\nlede: Two, four.\n---\n\n${says}\n`;

const [bits, bytes, larger] = ['counting/bits', 'counting/bytes', 'larger/words'];
const all = [bits, bytes, larger];

async function now(): Promise<Map<string, string>> {
  return lessonInputs((await readContent([folder])).curriculum);
}

function replace(name: string, from: string, to: string): void {
  const file = join(folder, name);
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${name} has no “${from}”`);
  writeFileSync(file, text.replace(from, to));
}

it('stay the same while nothing changes', async () => {
  const before = await now();
  expect([...before.keys()].sort()).toEqual(all);
  expect(await now()).toEqual(before);
});

it.each<[string, () => void, readonly string[]]>([
  ['its own words', () => replace('counting/01-bits/en.mdx', 'small', 'tiny'), [bits]],
  ['its words in the other language', () => replace('counting/01-bits/zh.mdx', '很小', '极小'), [bits]],
  ['its own objectives', () => replace('counting/02-bytes/lesson.yaml', 'Count', 'Tell'), [bytes]],
  ['a figure of its own', () => writeFileSync(join(folder, 'counting/02-bytes/notes.svg'), '<svg/>'), [bytes]],
  ['the title of a neighbour', () => replace('counting/02-bytes/en.mdx', 'Bytes', 'Octets'), [bits, bytes]],
  [
    'the minutes of a neighbour',
    () => replace('counting/02-bytes/en.mdx', 'Nothing', 'so '.repeat(900)),
    [bits, bytes],
  ],
  ['whether a neighbour has the other language', () => rmSync(join(folder, 'counting/02-bytes/zh.mdx')), [bits, bytes]],
  [
    'the order of the path',
    () => renameSync(join(folder, 'counting/02-bytes'), join(folder, 'counting/00-bytes')),
    [bits, bytes],
  ],
  ['the name of the path', () => replace('counting/path.yaml', 'Counting', 'Counting up'), [bits, bytes]],
  ['a term that it explains', () => replace('glossary.yaml', 'Yes or no.', 'One or zero.'), [bits]],
  ['a term that no lesson explains', () => replace('glossary.yaml', 'Eight bits.', 'An octet.'), []],
  ['the name of the site', () => replace('site.yaml', 'School', 'College'), all],
])('change with %s, and of no other lesson', async (_what, change, changed) => {
  const before = await now();
  change();
  const after = await now();
  expect(
    [...before]
      .filter(([id, hash]) => after.get(id) !== hash)
      .map(([id]) => id)
      .sort(),
  ).toEqual(changed);
});

it('hold every term where one is named in a way that is not recognised', async () => {
  replace('larger/01-words/en.mdx', 'Larger.', 'A\n<Term\n  id="bit"\n>bit</Term> <Term id={"bit"}>bit</Term>.');
  const before = await now();
  replace('glossary.yaml', 'Eight bits.', 'An octet.');
  const after = await now();
  if (before.has(larger)) expect(after.get(larger)).not.toBe(before.get(larger));
});
