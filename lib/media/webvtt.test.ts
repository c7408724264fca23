import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWebVtt } from './webvtt';

const sound = `WEBVTT

NOTE made by hand

intro
00:00.000 --> 00:02.500 align:start
<v Teacher>This is a &lt;heart&gt;.

01:00:03.000 --> 01:00:04.000
Two lines
of words`;

test('cues are read with their times and words', () => {
  expect(readWebVtt(sound)).toEqual({
    faults: [],
    cues: [
      { from: 0, to: 2_500, lines: ['This is a <heart>.'] },
      { from: 3_603_000, to: 3_604_000, lines: ['Two lines', 'of words'] },
    ],
  });
});

test.each([
  ['00:00.000 --> 00:01.000\na', 1, 1, 'begins with WEBVTT'],
  ['WEBVTT\n\n0:00 --> 0:01\na', 3, 1, 'no time that can be read'],
  ['WEBVTT\n\n00:02.000 --> 00:01.000\na', 3, 15, 'ends before it begins'],
  ['WEBVTT\n\n00:02.000 --> 00:03.000\na\n\n00:01.000 --> 00:04.000\nb', 6, 1, 'begins before the one above'],
  ['WEBVTT\n\n00:02.000 --> 00:03.000\nif a <script> b', 4, 6, 'none of WebVTT'],
  ['WEBVTT\n\n00:02.000 --> 00:03.000', 3, 1, 'says nothing'],
  ['WEBVTT\n', 2, 1, 'no caption'],
])('a mistake is told with its place: %j', (text, line, column, message) => {
  expect(readWebVtt(text).faults).toMatchObject([{ line, column, message: expect.stringContaining(message) }]);
});

test('whatever the file holds, it is read without throwing, and a fault lies in it', () => {
  const part = fc.constantFrom('WEBVTT', '\n', '\n\n', '00:00.000 --> 00:01.000', '-->', 'words', '<b>', '<', 'NOTE');
  fc.assert(
    fc.property(
      fc.array(part).map((parts) => parts.join('')),
      (text) => {
        for (const { line } of readWebVtt(text).faults) expect(line).toBeLessThanOrEqual(text.split('\n').length);
      },
    ),
  );
});
