import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edited } from '../edits';
import { fullWidthChanges, halfWidthChanges, spaceChanges } from './width-changes';

const mended = (text: string, changesOf: (text: string) => readonly { from: number; to: number; text: string }[]) =>
  edited(text, changesOf(text)).text;

describe('Chinese takes Chinese signs', () => {
  test.each([
    ['先发,再等', '先发，再等'],
    ['先发SYN, 然后等', '先发SYN，然后等'],
    ['结束.', '结束。'],
    ['真的吗?是的!', '真的吗？是的！'],
    ['报文段(segment)到了', '报文段（segment）到了'],
    ['报文段 (segment) 到了', '报文段（segment）到了'],
    ['TCP(传输控制协议)', 'TCP（传输控制协议）'],
    ['还在等...', '还在等……'],
    ['两件事:发和收', '两件事：发和收'],
    ['`\uFFFC`,然后'.replaceAll('`', ''), '\uFFFC，然后'],
  ])('%s', (text, right) => expect(mended(text, halfWidthChanges)).toBe(right));

  test.each([
    ['调用close()后'],
    ['f(x)的值'],
    ['文件.txt'],
    ['文件在Node.js里'],
    ['从1,000到2,000'],
    ['比例是1:2'],
    ['12:30开始'],
    ['1. 先发'],
    ['版本1.2的'],
    ['a != 中'],
    ['SYN, ACK'],
    ['见RFC 9293 §3.5。'],
    ['“不行”，他说。'],
    ['用CC BY 4.0许可。'],
  ])('%s is as it should be', (text) => expect(halfWidthChanges(text)).toEqual([]));
});

describe('English takes English signs', () => {
  test.each([
    ['one，two', 'one, two'],
    ['Done。', 'Done.'],
    ['a word（a term）', 'a word (a term)'],
    ['really？Yes', 'really? Yes'],
    ['ＳＹＮ', 'SYN'],
  ])('%s', (text, right) => expect(mended(text, fullWidthChanges)).toBe(right));

  test('an example of Chinese keeps its own', () =>
    expect(fullWidthChanges('It says “你好，世界。” there')).toEqual([]));
});

describe('no space is typed beside Chinese', () => {
  test.each([
    ['用 TCP 发', '用TCP发'],
    ['一 二', '一二'],
    ['看\uFFFC 的值', '看\uFFFC的值'],
    ['好。 然后', '好。然后'],
  ])('%s', (text, right) => expect(mended(text, spaceChanges)).toBe(right));

  test.each([['RFC 9293 §3.5'], ['1. 先发\n- 再等'], ['甲 → 乙'], ['甲 / 乙'], ['seq 1234567'], ['一行\n两行']])(
    '%s is as it should be',
    (text) => expect(spaceChanges(text)).toEqual([]),
  );
});

test('what was mended once is not found again', () => {
  const words = fc.array(
    fc.constantFrom('中', '文', 'a', 'B', '1', ' ', ',', '.', ';', ':', '?', '!', '(', ')', '，', '。', '\n'),
    { maxLength: 14 },
  );
  fc.assert(
    fc.property(words, (characters) => {
      let text = characters.join('');
      for (let round = 0; round < 8; round++) text = mended(mended(text, halfWidthChanges), spaceChanges);
      expect([...halfWidthChanges(text), ...spaceChanges(text)]).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});
