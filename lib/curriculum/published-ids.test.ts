import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { idErrors, idsOf, joinedIds, type PublishedIds, readPublishedIds } from './published-ids';
import { readContent } from './read-content';
import { sourceText } from './source-text';
import { changed, type Files, lessonFile, soundFiles, writeContent } from './test-content';

async function errorsOf(published: PublishedIds, files: Files = {}) {
  const folder = await writeContent(files);
  const { curriculum } = await readContent([folder]);
  await rm(folder, { recursive: true });
  return idErrors({ file: 'content/.ids.json', ids: published }, curriculum);
}

const published: PublishedIds = {
  lessons: ['tcp-tls/handshakes'],
  items: ['tcp-tls/handshakes/open-it', 'tcp-tls/handshakes/syn-ack-number'],
};

test('what is on record and still there is fine', async () => {
  expect(await errorsOf(published)).toEqual([]);
});

test('a question that vanished is told, unless another one says that it took its place', async () => {
  const renamed = changed(lessonFile('quiz.yaml'), 'id: syn-ack-number', 'id: ack-number');
  const texts = {
    ...changed(lessonFile('en.mdx'), 'id="syn-ack-number"', 'id="ack-number"'),
    ...changed(lessonFile('zh.mdx'), 'id="syn-ack-number"', 'id="ack-number"'),
  };
  expect(await errorsOf(published, { ...renamed, ...texts })).toMatchObject([
    {
      rule: 'published-id',
      found: 'tcp-tls/handshakes/syn-ack-number',
      fix: 'moved: syn-ack-number in the one that took its place',
    },
    { message: '1 id is not on record' },
  ]);
  const moved = changed(lessonFile('quiz.yaml'), 'id: syn-ack-number', 'id: ack-number\n    moved: syn-ack-number');
  expect(
    await errorsOf(joinedIds(published, { lessons: [], items: ['tcp-tls/handshakes/ack-number'] }), {
      ...moved,
      ...texts,
    }),
  ).toEqual([]);
});

test('a lesson that vanished is told, unless another one was formerly there', async () => {
  const old: PublishedIds = { ...published, lessons: ['tcp-tls/handshakes', 'tcp-tls/old'] };
  expect(await errorsOf(old)).toMatchObject([{ found: 'tcp-tls/old' }]);
  expect(
    await errorsOf(old, {
      [lessonFile('lesson.yaml')]: `${soundFiles[lessonFile('lesson.yaml')]}formerly: [ tcp-tls/old ]\n`,
    }),
  ).toEqual([]);
});

test('the record reads back what was written, and says what is wrong with it', async () => {
  expect(readPublishedIds(sourceText('.ids.json', JSON.stringify(published, null, 2)))).toMatchObject({
    ids: published,
    errors: [],
  });
  expect(readPublishedIds(sourceText('.ids.json', '{ "lessons": 1 }')).errors).toMatchObject([
    { line: 1, column: 14 },
    { rule: 'missing-key' },
  ]);
  expect(idsOf([])).toEqual({ lessons: [], items: [] });
});

test('a vanished id is told at its own line, with what hangs on it', async () => {
  const folder = await writeContent();
  const { curriculum } = await readContent([folder]);
  await rm(folder, { recursive: true });
  const gone = 'tcp-tls/handshakes/an-old-one';
  const record = { ...published, items: [...published.items, gone] };
  const { ids, place } = readPublishedIds(sourceText('.ids.json', JSON.stringify(record, null, 2)));
  const hanging = new Map([[gone, '12 attempts of 5 learners']]);
  expect(idErrors({ file: '.ids.json', ids, place }, curriculum, undefined, hanging)).toMatchObject([
    { line: 8, column: 5, found: gone, message: expect.stringContaining('12 attempts of 5 learners') },
  ]);
});
