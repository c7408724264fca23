import { describe, expect, test } from 'vitest';
import { isEmpty, isPhrase, readAs, says, searchable } from './searched-text';

describe('a text says words that stand in it by themselves', () => {
  test.each([
    ['The SYN-ACK is lost.', 'ack', true],
    ['Follow the track.', 'ack', false],
    ['It takes 1,200 ms.', '1200', true],
    ['It takes 1.50 s.', '50', false],
    ['It takes 50. Then it ends.', '50', true],
    ['It is in **CLOSE-WAIT**.', 'Close wait', true],
    ['请求连接（ＳＹＮ）的标志', 'SYN', true],
    ['它在半关闭状态', '半 关闭', true],
    ['anything', '', false],
  ])('%s: %s', (text, words, isSaid) => {
    expect(says(searchable(text), searchable(words))).toBe(isSaid);
  });
});

test('a number or a name alone is no phrase; several words or four Han are', () => {
  expect(['40921', 'SYN', 'the', '客户端'].filter((words) => isPhrase(searchable(words)))).toEqual([]);
  expect(['a random number', '客户端先发'].filter((words) => isPhrase(searchable(words)))).toHaveLength(2);
});

test('two readers read the same whatever the width, the spaces and the emphasis; code is read as it is', () => {
  expect(readAs('第 １ 个')).toBe(readAs('第1个'));
  expect(readAs('the **client**')).toBe(readAs('the  client '));
  expect(readAs('`git commit  -m`')).not.toBe(readAs('`git commit -m`'));
  expect(readAs('"5"')).not.toBe(readAs('5'));
});

test('dots and dashes say nothing', () => {
  expect(['…', '——', ' ', '?'].every(isEmpty)).toBe(true);
  expect(['no', '好', '7'].some(isEmpty)).toBe(false);
});
