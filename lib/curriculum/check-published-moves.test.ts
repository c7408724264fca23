import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { checkPublishedMoves } from './check-published-moves';
import { readContent } from './read-content';
import { changed, type Files, lessonFile, soundFiles, writeContent } from './test-content';

const published = {
  lessons: ['tcp-tls/handshakes', 'tcp-tls/greetings'],
  items: ['tcp-tls/handshakes/old-one', 'tcp-tls/greetings/hello', 'tcp-tls/handshakes/open-it'],
};

/** What is said of the sound lesson when its question and its task say these moves; beside it lies one more, `closing`. */
async function findingsOf(question: string, task = '', lesson = '', closing = '') {
  const other = Object.fromEntries(
    Object.entries(soundFiles)
      .filter(([name]) => name.startsWith(lessonFile('')))
      .map(([name, text]) => [name.replace('03-handshakes', '04-closing'), text]),
  );
  const files: Files = {
    ...other,
    'tcp-tls/04-closing/quiz.yaml': `${other['tcp-tls/04-closing/quiz.yaml']?.replace('kind:', `${closing}kind:`)}`,
    ...changed(lessonFile('quiz.yaml'), 'kind:', `${question}kind:`),
    ...changed(lessonFile('open-it.task.yaml'), 'lab: tcp', `${task}lab: tcp`),
    ...changed(lessonFile('lesson.yaml'), 'objectives:', `${lesson}objectives:`),
  };
  const folder = await writeContent(files);
  const { curriculum, findings, place } = await readContent([folder]);
  await rm(folder, { recursive: true });
  expect(findings).toEqual([]);
  return checkPublishedMoves(published, curriculum, curriculum.paths, place);
}

test('an id that was published and is gone may be named, of a question, a task or another lesson', async () => {
  expect(await findingsOf('moved: old-one\n    ')).toEqual([]);
  expect(await findingsOf('', 'moved: [old-one]\n')).toEqual([]);
  expect(await findingsOf('', '', '', 'moved: tcp-tls/handshakes/old-one\n    ')).toEqual([]);
});

test('an id that its lesson had under an old address may be named', async () => {
  expect(await findingsOf('moved: hello\n    ', '', 'formerly: [tcp-tls/greetings]\n')).toEqual([]);
});

test('an id that was never published is told where it stands', async () => {
  expect(await findingsOf('moved: [old-one, nobody]\n    ')).toMatchObject([
    { rule: 'moved-id', line: 3, column: 22, found: 'nobody', message: expect.stringContaining('never published') },
  ]);
  expect(await findingsOf('', 'moved: nobody\n')).toMatchObject([{ line: 2, column: 8, found: 'nobody' }]);
});

test('an id of another lesson that is alive, or has gone elsewhere, is told', async () => {
  expect(await findingsOf('', '', '', 'moved: tcp-tls/handshakes/open-it\n    ')).toMatchObject([
    { found: 'tcp-tls/handshakes/open-it', message: '"tcp-tls/handshakes/open-it" is still there' },
  ]);
  expect(await findingsOf('moved: old-one\n    ', '', '', 'moved: tcp-tls/handshakes/old-one\n    ')).toMatchObject([
    { message: '"tcp-tls/handshakes/syn-ack-number" has taken its place already' },
  ]);
});
