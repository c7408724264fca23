import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testLearner } from '@/lib/attempts/test-learner-store';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import type { Note, NoteChange } from '@/lib/notes/note';
import { notesOf } from '@/lib/notes/note-store';
import { readNotes, submitNotes } from '@/lib/notes/submit-notes';

withTestDatabase();

const lesson = 'tcp-tls/three-way-four-way';
const change = (changes: Partial<NoteChange> = {}): NoteChange => ({
  id: randomUUID(),
  lesson,
  heading: 'why-not-two',
  kind: 'note',
  text: 'An old SYN!',
  anchor: null,
  revision: 0,
  removed: false,
  ...changes,
});

async function send(learner: { learnerId: string }, ...notes: NoteChange[]): Promise<Note[]> {
  const reply = await submitNotes(learner, { learner: learner.learnerId, notes });
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.body));
  return reply.body.notes;
}

test('a note is kept, changed and removed; its text goes with it', async () => {
  const learner = await testLearner();
  const note = change();
  expect(await send(learner, note)).toMatchObject([{ id: note.id, revision: 1, text: 'An old SYN!' }]);
  expect(await send(learner, { ...note, text: 'Two.', revision: 1 })).toMatchObject([{ revision: 2, text: 'Two.' }]);
  expect(await send(learner, { ...note, removed: true, revision: 2 })).toMatchObject([{ removed: true, text: '' }]);
  expect(await readNotes(learner, lesson)).toMatchObject({ body: { notes: [{ removed: true, text: '' }] } });
});

test('a change that is sent again changes nothing and makes no second copy', async () => {
  const learner = await testLearner();
  const note = change();
  await send(learner, note);
  await send(learner, { ...note, text: 'from the phone', revision: 1 });
  const late = { ...note, text: 'from the desk', revision: 1 };
  await send(learner, late);
  await send(learner, late);
  await send(learner, late);
  const texts = (await notesOf(learner.learnerId)).map(({ text, revision }) => [text, revision]);
  expect(texts).toEqual(
    expect.arrayContaining([
      ['from the desk', 3],
      ['from the phone', 1],
    ]),
  );
  expect(texts).toHaveLength(2);
});

test('when two devices wrote, the later one has the note and the other is kept beside it', async () => {
  const learner = await testLearner();
  const note = change();
  await send(learner, note);
  await send(learner, { ...note, text: 'from the phone', revision: 1 });
  const [kept, copy] = await send(learner, { ...note, text: 'from the desk', revision: 1 });
  expect(kept).toMatchObject({ id: note.id, text: 'from the desk', revision: 3 });
  expect(copy).toMatchObject({ text: 'from the phone', conflictOf: note.id });
});

test('who had not seen a change does not remove it', async () => {
  const learner = await testLearner();
  const note = change();
  await send(learner, note);
  await send(learner, { ...note, text: 'more', revision: 1 });
  expect(await send(learner, { ...note, removed: true, revision: 1 })).toMatchObject([
    { text: 'more', removed: false },
  ]);
});

test('nothing that was written is ever lost, whatever two devices do in whatever order', async () => {
  const step = fc.record({ device: fc.constantFrom(0, 1), syncs: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
      const learner = await testLearner();
      const note = change();
      await send(learner, note);
      const seen: [number, number] = [1, 1];
      const replaced = new Set<string>();
      const written: string[] = [];
      let current = note.text;
      const shown: [string, string] = [note.text, note.text];
      for (const [at, { device, syncs }] of steps.entries()) {
        if (syncs) {
          const now = (await notesOf(learner.learnerId)).find(({ id }) => id === note.id);
          seen[device] = now?.revision ?? 0;
          shown[device] = now?.text ?? '';
        }
        const text = `text ${at}`;
        // Replaced knowingly: whoever wrote over it had it before their eyes.
        if (shown[device] === current) replaced.add(current);
        const [kept] = await send(learner, { ...note, text, revision: seen[device] });
        seen[device] = kept?.revision ?? 0;
        shown[device] = text;
        current = text;
        written.push(text);
      }
      const there = new Set((await notesOf(learner.learnerId)).map(({ text }) => text));
      for (const text of written) expect(there.has(text) || replaced.has(text)).toBe(true);
    }),
    { numRuns: 25 },
  );
});

test.each([
  ['nobody', (learner: string) => ({ learner, notes: [change()] }), 401, false],
  ["another learner's page", () => ({ learner: randomUUID(), notes: [change()] }), 409, true],
  [
    'a lesson that does not exist',
    (learner: string) => ({ learner, notes: [change({ lesson: 'tcp-tls/nowhere' })] }),
    404,
    true,
  ],
  [
    'a text that is too long',
    (learner: string) => ({ learner, notes: [change({ text: 'x'.repeat(10_001) })] }),
    400,
    true,
  ],
  [
    'too many at once',
    (learner: string) => ({ learner, notes: Array.from({ length: 51 }, () => change()) }),
    400,
    true,
  ],
  [
    'text that no database can hold',
    (learner: string) => ({ learner, notes: [change({ text: '\u0000' })] }),
    400,
    true,
  ],
])('refuses %s', async (_what, body, status, isKnown) => {
  const learner = await testLearner();
  expect((await submitNotes(isKnown ? learner : null, body(learner.learnerId))).status).toBe(status);
});

test('a note is seen by its writer alone', async () => {
  const [one, other] = [await testLearner(), await testLearner()];
  const note = change();
  await send(one, note);
  expect(await notesOf(other.learnerId)).toEqual([]);
  await send(other, { ...note, text: 'the same id, another person' });
  expect((await notesOf(one.learnerId)).map(({ text }) => text)).toEqual(['An old SYN!']);
});

test('more is not kept than one learner can write; removing makes room again', async () => {
  const learner = await testLearner();
  const long = change({ text: '三'.repeat(10_000) });
  await send(learner, long);
  await pool().query(
    `INSERT INTO note (learner_id, id, lesson, heading, kind, text, revision)
     SELECT $1, gen_random_uuid(), $2, '', 'note', repeat('x', 10_000), 1 FROM generate_series(1, 416)`,
    [learner.learnerId, lesson],
  );
  const more = { learner: learner.learnerId, notes: [change({ text: 'x'.repeat(10_000) }), change({ text: 'y' })] };
  expect((await submitNotes(learner, more)).status).toBe(429);
  expect(await send(learner, { ...long, removed: true, revision: 1 })).toMatchObject([{ removed: true }]);
  expect((await submitNotes(learner, more)).status).toBe(200);
});

test('who has as many notes as are kept can still remove one, and write another in its place', async () => {
  const learner = await testLearner();
  const first = change();
  await send(learner, first);
  await pool().query(
    `INSERT INTO note (learner_id, id, lesson, heading, kind, text, revision)
     SELECT $1, gen_random_uuid(), $2, '', 'bookmark', '', 1 FROM generate_series(2, 5000)`,
    [learner.learnerId, lesson],
  );
  const another = { learner: learner.learnerId, notes: [change()] };
  expect(await submitNotes(learner, another)).toMatchObject({ status: 429 });
  await send(learner, { ...first, removed: true, revision: 1 });
  expect(await submitNotes(learner, another)).toMatchObject({ status: 200 });
});
