import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { itemVersion } from '@/lib/attempts/known-version';
import { submitAnswers } from '@/lib/attempts/submit-answers';
import { openDoor } from '@/lib/attempts/submit-sitting';
import { type TestLearner, testLearner } from '@/lib/attempts/test-learner-store';
import type { Curriculum } from '@/lib/curriculum/curriculum';
import { readContent } from '@/lib/curriculum/read-content';
import { teach } from '@/lib/curriculum/read-curriculum';
import { changed, type Files, lessonFile, soundFiles, writeContent } from '@/lib/curriculum/test-content';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import { notesOf } from '@/lib/notes/note-store';
import { notesByLesson } from '@/lib/notes/notes-by-lesson';
import { readNotes, submitNotes } from '@/lib/notes/submit-notes';
import { draftsOf, submitDraft } from '@/lib/progress/submit-draft';
import { submitPlace } from '@/lib/progress/submit-place';
import { progressOf } from '@/lib/progress/submit-progress';
import { kinds } from '@/lib/quiz/kinds';
import { inLetters } from '@/lib/quiz/read-response';
import { reviewOf } from '@/lib/review/submit-review';
import { seedAnswer } from '@/lib/review/test-answers-store';

withTestDatabase();

const [old, now] = ['tcp-tls/handshakes', 'tcp-tls/meeting'];
const oldItem = `${old}/syn-ack-number`;
const newItem = `${now}/ack-number`;

/** The same lesson with another address, its question and its task with other ids. */
function movedFiles(): Files {
  const rename = (text: string) =>
    text
      .replace('id: syn-ack-number', 'id: ack-number\n    moved: syn-ack-number')
      .replace('<Quiz id="syn-ack-number"', '<Quiz id="ack-number"')
      .replace('<Task id="open-it"', '<Task id="say-hello"')
      .replace('title: { en: Open it,', 'moved: open-it\ntitle: { en: Open it,')
      .replace('objectives:', `formerly: [ ${old} ]\nobjectives:`);
  const inLesson = Object.entries(soundFiles).filter(([name]) => name.startsWith(lessonFile('')));
  return Object.fromEntries(
    inLesson.flatMap(([name, text]) => {
      const file = name.slice(lessonFile('').length).replace('open-it', 'say-hello');
      return [
        [name, ''],
        [`tcp-tls/05-meeting/${file}`, rename(text)],
      ];
    }),
  );
}

async function read(files: Files): Promise<Curriculum> {
  const folder = await writeContent(files);
  const { curriculum, findings } = await readContent([folder]);
  await rm(folder, { recursive: true });
  expect(findings).toEqual([]);
  return curriculum;
}

let before: Curriculum;
let after: Curriculum;
let ann: TestLearner;

beforeEach(async () => {
  before ??= await read({});
  after ??= await read(movedFiles());
  teach(before);
  ann = await testLearner();
});

function answerTo(taught: Curriculum, id: string, isRight: boolean, seq: number) {
  const item = taught.item(id);
  if (item?.kind !== 'question' || item.question.kind !== 'single-choice') throw new Error(`${id} is no single choice`);
  const right = inLetters(item.question, kinds['single-choice'].fromKey(item.question)).choice;
  const wrong = Object.keys(kinds['single-choice'].letters(item.question)).find((letter) => letter !== right);
  return { id: randomUUID(), item: id, version: itemVersion(item), response: { choice: isRight ? right : wrong }, seq };
}

async function submit(...answers: ReturnType<typeof answerTo>[]) {
  const reply = await submitAnswers(ann, { answers });
  if (reply.status !== 200) throw new Error(reply.body.error.message);
  return reply.body.results;
}

async function folds() {
  const read = async (text: string) => (await pool().query(text, [ann.learnerId])).rows;
  return {
    cards: await read('SELECT * FROM review_card WHERE learner_id = $1 ORDER BY card'),
    log: await read('SELECT * FROM review_log WHERE learner_id = $1 ORDER BY attempt_id'),
  };
}

describe('when a lesson moves and its items get other ids', () => {
  test('what was answered, read and tested out of counts for them', async () => {
    const opened = await openDoor({ ...ann, guest: true }, old);
    if (opened.kind !== 'opened') throw new Error(opened.why);
    await submit(answerTo(before, oldItem, false, 1));
    await submit({ ...answerTo(before, oldItem, true, 2), ...{ sitting: opened.read.sitting.id } });
    await seedAnswer({ learnerId: ann.learnerId, item: `${old}/open-it`, at: new Date(), earned: 1, help: 0 });
    await submitPlace(ann, { lesson: old, heading: 'why-not-two', done: true });
    const then = await progressOf(ann.learnerId);
    expect(then.lessons[old]).toMatchObject({ done: 2, complete: true, known: true, weak: {} });

    teach(after);
    const { lessons, continue: goOn, due } = await progressOf(ann.learnerId);
    const { items, ...standing } = lessons[now] ?? {};
    const { items: oldItems, ...oldStanding } = then.lessons[old] ?? {};
    expect(Object.keys(lessons)).toEqual([now]);
    expect(standing).toEqual(oldStanding);
    expect(items).toEqual({ 'ack-number': oldItems?.['syn-ack-number'], 'say-hello': oldItems?.['open-it'] });
    expect(goOn).toEqual(then.continue);
    expect(due).toBe(then.due);
  });

  test('where they were, and Done, go along; Done is taken back for good', async () => {
    await submitPlace(ann, { lesson: old, heading: 'why-not-two', done: true });
    teach(after);
    expect(await progressOf(ann.learnerId)).toMatchObject({
      lessons: { [now]: { read: true } },
      continue: { lesson: now, heading: 'why-not-two' },
    });
    // A tab of before tells the old address; Done stays.
    await submitPlace(ann, { lesson: old, heading: '' });
    expect(await progressOf(ann.learnerId)).toMatchObject({
      lessons: { [now]: { read: true } },
      continue: { lesson: now, heading: '' },
    });
    await submitPlace(ann, { lesson: now, done: false });
    expect(await progressOf(ann.learnerId)).toMatchObject({ lessons: { [now]: { read: false } } });
  });

  test('the review goes on: the cards are those of a fold from scratch, and none is left behind', async () => {
    const day = (at: number) => new Date(Date.UTC(2026, 0, at));
    await seedAnswer({ learnerId: ann.learnerId, item: oldItem, at: day(1), earned: 1, help: 0 });
    await seedAnswer({ learnerId: ann.learnerId, item: `${old}/open-it`, at: day(2), earned: 0, help: 0 });
    const reviewed = await reviewOf(ann.learnerId, before, { now: day(20) });
    expect(reviewed.queue.map(({ card }) => card.id)).toEqual([`${old}#open`]);

    teach(after);
    const review = await reviewOf(ann.learnerId, after, { now: day(20) });
    expect(review.queue.map(({ card, item }) => [card.id, item.id])).toEqual([[`${now}#open`, newItem]]);
    expect(review.queue[0]?.card).toMatchObject({ due: reviewed.queue[0]?.card.due, reps: 2, recent: [1, 0] });
    expect(review.mistakes.map(({ id }) => id)).toEqual([`${now}/say-hello`]);

    // A retry within the hour is one, whatever the item was called.
    const minutesLater = new Date(day(2).getTime() + 600_000);
    await seedAnswer({ learnerId: ann.learnerId, item: `${now}/say-hello`, at: minutesLater, earned: 1, help: 0 });
    await reviewOf(ann.learnerId, after, { now: day(20) });
    const kept = await folds();
    expect(kept.cards).toMatchObject([{ card: `${now}#open`, seen: { [newItem]: 1, [`${now}/say-hello`]: 2 } }]);
    expect(kept.log.map(({ rating }) => rating).sort()).toEqual(['again', 'good', 'hard']);
    await pool().query('DELETE FROM review_card WHERE learner_id = $1', [ann.learnerId]);
    await pool().query('DELETE FROM review_log WHERE learner_id = $1', [ann.learnerId]);
    await reviewOf(ann.learnerId, after, { now: day(20) });
    expect(await folds()).toEqual(kept);
  });

  test('an answer from a page of before is graded as it was asked, kept under its own id, and counts', async () => {
    await progressOf(ann.learnerId);
    const late = answerTo(before, oldItem, true, 1);
    await submit(answerTo(before, oldItem, false, 0));
    teach(after);
    expect(await submit(late, answerTo(after, newItem, true, 2))).toMatchObject([
      { status: 'scored', earned: 1, ordinal: 2 },
      { status: 'scored', earned: 1, ordinal: 1 },
    ]);
    const { rows } = await pool().query('SELECT item, tries FROM item_state WHERE learner_id = $1 ORDER BY item', [
      ann.learnerId,
    ]);
    expect(rows).toEqual([
      { item: oldItem, tries: 2 },
      { item: newItem, tries: 1 },
    ]);
    expect((await progressOf(ann.learnerId)).lessons[now]).toMatchObject({
      done: 1,
      items: { 'ack-number': { best: 1 } },
    });
    expect((await folds()).cards).toMatchObject([{ seen: { [newItem]: 3 } }]);
  });

  test('notes show under the new address, can be edited there, and a page of before still finds them', async () => {
    const note = {
      id: randomUUID(),
      lesson: old,
      heading: 'why-not-two',
      kind: 'note' as const,
      text: 'An old SYN!',
      anchor: null,
      revision: 0,
      removed: false,
    };
    const send = (change: object) => submitNotes(ann, { learner: ann.learnerId, notes: [{ ...note, ...change }] });
    await send({});
    teach(after);
    expect(await readNotes(ann, now)).toMatchObject({ body: { notes: [{ id: note.id, lesson: now }] } });
    expect(await readNotes(ann, old)).toMatchObject({ body: { notes: [{ id: note.id, lesson: old }] } });
    expect(await send({ lesson: now, text: 'Two.', revision: 1 })).toMatchObject({
      body: { notes: [{ lesson: now, text: 'Two.', revision: 2 }] },
    });
    expect(await send({ id: randomUUID(), text: 'From a tab of before.' })).toMatchObject({
      status: 200,
      body: { notes: [{ lesson: old, revision: 1 }] },
    });
    const listed = notesByLesson(after, await notesOf(ann.learnerId), 'en');
    expect(listed).toMatchObject([{ lesson: now, title: 'Handshakes', notes: [{ text: 'Two.' }, {}] }]);
    expect(listed).toHaveLength(1);
  });

  test('a half-written answer is found again until one is given, whichever page wrote further', async () => {
    const version = '0123456789abcdef';
    const put = (item: string, at: number) =>
      submitDraft(ann, item, { learner: ann.learnerId, version, at, body: { inputs: { choice: [String(at)] } } });
    const found = async () => {
      const { body } = await draftsOf(ann, now);
      return 'drafts' in body ? body.drafts.map(({ item, at }) => [item, at]) : body;
    };
    await put(oldItem, 7);
    teach(after);
    expect(await found()).toEqual([[newItem, 7]]);
    expect(await put(newItem, 3)).toMatchObject({ body: { at: 7 } });
    await put(newItem, 8);
    expect(await found()).toEqual([[newItem, 8]]);
    await put(oldItem, 9);
    expect(await found()).toEqual([[newItem, 9]]);
    await submit(answerTo(after, newItem, true, 1));
    expect(await found()).toEqual([]);
  });
});

test('a question that only gets another id keeps its lesson’s card, folded anew under that id', async () => {
  const renamed = await read({
    ...changed(
      lessonFile('quiz.yaml'),
      'id: syn-ack-number',
      'id: ack-number\n    moved: [syn-ack-number, first-name]',
    ),
    ...changed(lessonFile('en.mdx'), '<Quiz id="syn-ack-number"', '<Quiz id="ack-number"'),
    ...changed(lessonFile('zh.mdx'), '<Quiz id="syn-ack-number"', '<Quiz id="ack-number"'),
  });
  await submit(answerTo(before, oldItem, false, 1), answerTo(before, oldItem, true, 2));
  await progressOf(ann.learnerId);
  const { cards } = await folds();
  teach(renamed);
  expect((await progressOf(ann.learnerId)).lessons[old]).toMatchObject({ items: { 'ack-number': { best: 1 } } });
  expect((await folds()).cards).toEqual(cards.map((card) => ({ ...card, seen: { [`${old}/ack-number`]: 2 } })));
});
