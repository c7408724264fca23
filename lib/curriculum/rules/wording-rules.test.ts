import { rm } from 'node:fs/promises';
import { afterAll, describe, expect, test } from 'vitest';
import type { AuthorError } from '../author-error';
import { edited } from '../edits';
import { lessonRules } from '../lesson-rules';
import { readContent } from '../read-content';
import { type Files, lessonFile, soundFiles, writeContent } from '../test-content';

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

const [en, zh] = [lessonFile('en.mdx'), lessonFile('zh.mdx')];

/** What the rules say of a lesson with these sentences put before its first heading. */
async function saidOf(words: { en?: string; zh?: string }, more: Files = {}) {
  const put = (name: string, text = '') => ({ [name]: (soundFiles[name] ?? '').replace('\n## ', `\n${text}\n\n## `) });
  const folder = await writeContent({ ...put(en, words.en), ...put(zh, words.zh), ...more });
  folders.push(folder);
  const { checks } = await readContent([folder]);
  const errors = checks.flatMap((check) => lessonRules.flatMap((rule) => rule(check)));
  const sources = checks[0]?.sources;
  return { errors: errors.filter(({ file }) => !file.endsWith('.run.yaml')), sources };
}

const rules = async (words: { en?: string; zh?: string }, more?: Files) =>
  (await saidOf(words, more)).errors.map(({ rule }) => rule);

/** The rules of wording; what the path's standard or the questions want is not asked here. */
const ours = new Set([
  'untranslated',
  'other-language',
  'half-width',
  'full-width',
  'han-space',
  'term-language',
  'term-rendering',
  'term-avoid',
  'term-first',
  'figure-parity',
  'code-parity',
  'link-text',
  'link-web',
  'source-unlisted',
  'empty-section',
  'duplicate-heading',
]);
const wording = async (words: { en?: string; zh?: string }, more?: Files) =>
  (await rules(words, more)).filter((rule) => ours.has(rule));

describe('good writing is left alone', () => {
  test.each([
    ['names, numbers, states, protocols', 'TCP/IP和HTTP/2在SYN-SENT、SYN-RECEIVED、ESTABLISHED之间，用Wireshark抓包。'],
    ['a term with its English name', '报文段的起点叫初始序列号（initial sequence number）。'],
    [
      'a quotation of what a program says',
      '程序报的是“connection refused”，curl则写“Failed to connect to example.com port 80”。',
    ],
    ['commands and calls', '运行`git commit -m "first"`，再调用`close()`，值是`SND.NXT`。'],
    ['a title of a work', '标准的名字是《Transmission Control Protocol》。'],
    ['dots, dashes and brackets', '它在等……一直等——等到超时（约60秒）。'],
    ['a link to the web', '原文见[RFC编辑的网页](https://www.rfc-editor.org/)，地址是https://example.com/a,b。'],
    ['a list', '1. 先监听\n2. 再打开\n\n- 甲\n- 乙'],
    ['a table', '| 标志 | 含义 |\n| --- | --- |\n| SYN | 同步 |'],
    ['escapes', '小于号写成\\<，花括号写成\\{。'],
    ['a formula and its unit', '一共2＋3＝5个，约12000次，比例1:2，时间12:30。'],
    ['keys and indices', '按<kbd>Enter</kbd>，得到H<sub>2</sub>O。'],
  ])('%s', async (_name, text) => expect(await wording({ zh: text })).toEqual([]));

  test.each([
    ['an example of Chinese in quotes', 'The learner reads “你好，世界”, which is Chinese (报文段).'],
    ['curly quotes and dashes', 'It waits — “for a while” — and it’s done…'],
    ['a fraction of a name', 'The segmentation of a pre-segment is another thing.'],
  ])('%s', async (_name, text) => expect(await wording({ en: text })).toEqual([]));
});

describe('what a machine can mend, it mends so that nothing is found again', () => {
  test.each([
    ['报文段(segment)到了,是 TCP 发的.', '报文段（segment）到了，是TCP发的。'],
    ['看 `SND.NXT` 的值!**粗体**, 然后...', '看`SND.NXT`的值！**粗体**，然后……'],
    ['为什么\\?因为\\!', '为什么？因为！'],
  ])('%s', async (text, right) => {
    const { errors, sources } = await saidOf({ zh: text });
    const edits = errors.flatMap(({ edit, file }: AuthorError) => (edit && file.endsWith('zh.mdx') ? [edit] : []));
    expect(edited(sources?.get('zh.mdx')?.text ?? '', edits).text).toContain(`\n${right}\n`);
    expect(await wording({ zh: right })).toEqual([]);
  });
});

test('English that the English text does not have is told too, when it is long', async () => {
  expect(
    await wording({ zh: '他说but nobody could ever know whether it would have come back to us at all。' }),
  ).toEqual(['other-language']);
});

test('a sentence across marks is found where it begins', async () => {
  const { errors } = await saidOf({
    en: 'The wire loses **things** and repeats things.',
    zh: '线路会丢。The wire loses **things** and repeats things.',
  });
  expect(errors).toMatchObject([{ rule: 'untranslated', column: 6 }]);
});

test('a space between marks is told, and not mended where marks lie in between', async () => {
  const { errors } = await saidOf({ zh: '**粗体** 后面' });
  expect(errors).toMatchObject([{ rule: 'han-space', column: 7, edit: { text: '' } }]);
});

test('the glossary says what is not to be said', async () => {
  const glossary = `terms:
  - id: segment
    term: { en: segment, zh: 报文段 }
    meaning: { en: What TCP sends., zh: TCP一次发出的单位。 }
    avoid: { zh: [段, 分段], en: [packet] }
`;
  const more = { 'glossary.yaml': glossary };
  expect(await wording({ zh: '一个报文段。' }, more)).toEqual([]);
  expect(await wording({ zh: '一个分段。' }, more)).toContain('term-avoid');
  expect(await wording({ en: 'Two packets.' }, more)).toEqual(['term-avoid']);
});
