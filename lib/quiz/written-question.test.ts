import { describe, expect, test } from 'vitest';
import { runSchema } from '@/lib/labs/run';
import { feedbackOn, grade } from './grade';
import { type QuestionOf, questionSchema, quizSchema } from './question';
import { readResponse } from './read-response';
import { resolveQuestion } from './written-question';

const open = runSchema.parse({
  id: 'open',
  lab: 'tcp',
  title: { en: 'Open' },
  setup: { client: { iss: 1234567 }, server: { iss: 7654321 } },
  actions: [{ kind: 'listen', side: 'server' }, { kind: 'open', side: 'client' }, { kind: 'next' }],
});
const drawing = { kind: 'drawing', svg: { name: 'svg', attributes: {}, children: [] }, alt: { en: 'ends' } } as const;
const around = {
  runs: [open],
  figures: ['ends.svg'],
  figure: (src: string) => (src === 'ends.svg' ? drawing : undefined),
};

function resolved(written: object) {
  const [question] = quizSchema.parse({ questions: [{ id: 'q', prompt: { en: '?' }, ...written }] }).questions;
  if (!question) throw new Error('nothing was written');
  return resolveQuestion(question, around);
}

function questionOf(written: object) {
  const made = resolved(written);
  if ('faults' in made) throw new Error(JSON.stringify(made.faults));
  // As it comes back from the database.
  return questionSchema.parse(JSON.parse(JSON.stringify(made.question)));
}

const faultsOf = (written: object) => {
  const made = resolved(written);
  return 'faults' in made ? made.faults.map(({ path, message }) => `${path.join('.')}: ${message}`) : [];
};

function pointing(written: object): QuestionOf<'pointing'> {
  const question = questionOf({ kind: 'pointing', ...written });
  if (question.kind !== 'pointing') throw new Error(question.kind);
  return question;
}

const earned = (question: QuestionOf<'pointing'>, from: number, to: number) => {
  const verdict = grade(question, { from, to });
  return verdict.kind === 'scored' ? verdict.earned : verdict.kind;
};

describe('pointing at bytes', () => {
  const seq = pointing({
    dump: { run: 'open', segment: 0 },
    range: { field: 'tcp.seq' },
    near: { en: 'close' },
    mistakes: [{ field: 'tcp.ack', feedback: { en: 'the other one' } }],
  });

  test('of a run is pointing at the bytes that were sent, named by their field', () => {
    expect(seq.target).toMatchObject({ in: 'bytes', from: 24, to: 27 });
    expect(seq.target.in === 'bytes' && seq.target.hex.slice(48, 56)).toBe('0012d687');
  });

  test('is right for the exact range and for no other, if nothing else was said', () => {
    expect([earned(seq, 24, 27), earned(seq, 24, 26), earned(seq, 23, 27), earned(seq, 0, 43)]).toEqual([1, 0, 0, 0]);
  });

  test('speaks of a range that somebody mistook, else of a near miss, else not at all', () => {
    const noteOn = (from: number, to: number) => JSON.stringify(feedbackOn(seq, { from, to }).note ?? null);
    expect(noteOn(28, 31)).toContain('the other one');
    expect(noteOn(26, 28)).toContain('close');
    expect(noteOn(0, 3)).toBe('null');
    expect(noteOn(24, 27)).toBe('null');
  });

  const bytes = { dump: { hex: 'c0 f4 01 BB\n00 12 d6 87' }, range: { from: 2, to: 3 } };

  test('may take a range that covers the key, but not by more than the key again', () => {
    const covers = pointing({ ...bytes, accept: 'covers' });
    expect([earned(covers, 1, 4), earned(covers, 0, 4), earned(covers, 3, 4)]).toEqual([1, 0, 0]);
    expect(earned(pointing({ ...bytes, accept: 'covers', spare: 6 }), 0, 7)).toBe(1);
  });

  test('may take any part of the key', () => {
    const within = pointing({ ...bytes, accept: 'within' });
    expect([earned(within, 3, 3), earned(within, 2, 3), earned(within, 2, 4)]).toEqual([1, 1, 0]);
  });

  test('reads the numbers however they are typed and in whichever order, and no byte that is not there', () => {
    const read = (from: unknown, to: unknown) => readResponse(seq, { from, to });
    expect(read('２７', ' 24 ')).toEqual({ kind: 'complete', response: { from: 24, to: 27 } });
    expect(read(24, 27)).toEqual({ kind: 'complete', response: { from: 24, to: 27 } });
    expect(read('24', '44')).toEqual({ kind: 'incomplete', missing: 'no-such-byte' });
    expect(read('24', '1.5')).toEqual({ kind: 'incomplete', missing: 'not-whole' });
    expect(read('24', '')).toEqual({ kind: 'incomplete', missing: 'bytes' });
    expect(read(-1, 3)).toEqual({ kind: 'incomplete', missing: 'no-such-byte' });
    expect(read([24], 3)).toMatchObject({ kind: 'wrong-shape', field: 'response.from' });
  });

  test('tells its author what is not there', () => {
    const written = { kind: 'pointing', range: { field: 'tcp.seq' } };
    expect(faultsOf({ ...written, dump: { run: 'opne', segment: 0 } })[0]).toContain('dump.run: the lesson has no run');
    expect(faultsOf({ ...written, dump: { run: 'open', segment: 9 } })[0]).toContain('dump.segment');
    expect(faultsOf({ ...written, dump: { hex: 'c0f4' } })[0]).toContain('range.field: these bytes have no field');
    expect(faultsOf({ ...written, dump: { hex: 'c0f4' }, range: { from: 1, to: 2 } })[0]).toContain('end at 1');
    expect(faultsOf({ ...written, dump: { run: 'open', segment: 0 }, range: { field: 'tcp.sqe' } })).toHaveLength(1);
  });
});

describe('pointing at a place in a figure', () => {
  const regions = [
    { id: 'left', text: { en: 'left' }, at: [0, 0, 40, 100], feedback: { en: 'not here' } },
    { id: 'right', text: { en: 'right' }, at: [60, 0, 40, 100], right: true },
  ];
  const written = { figure: { src: 'ends.svg', alt: { en: 'ends' } }, regions };

  test('keeps the figure as it was shown, and speaks of the place that was chosen', () => {
    const question = pointing(written);
    expect(grade(question, { choice: 'right' })).toMatchObject({ earned: 1 });
    expect(grade(question, { choice: 'left' })).toMatchObject({ earned: 0 });
    expect(Object.keys(feedbackOn(question, { choice: 'left' }).marks ?? {})).toEqual(['left']);
  });

  test('tells its author of a figure that is not there, and of one that has nothing to find', () => {
    expect(faultsOf({ kind: 'pointing', ...written, figure: { src: 'end.svg', alt: { en: 'x' } } })[0]).toContain(
      'end.svg',
    );
    const all = regions.map((region) => ({ ...region, right: true }));
    expect(() => resolved({ kind: 'pointing', ...written, regions: all })).toThrow(/nothing to find/);
    expect(() => resolved({ kind: 'pointing', ...written, dump: { hex: '00' } })).toThrow(/ask for a range/);
  });
});

describe('a prediction', () => {
  const written = {
    kind: 'prediction',
    run: 'open',
    after: 2,
    ask: 'next-segment',
    fields: ['flags', 'seq', 'ack'],
    mistakes: [
      { field: 'ack', wrong: 'ack-of-what-arrived', feedback: { en: 'the next one' } },
      { field: 'seq', feedback: { en: 'its own' } },
    ],
  };
  const question = questionOf(written);
  if (question.kind !== 'prediction') throw new Error(question.kind);
  const said = (fields: object) => readResponse(question, { fields });

  test('has the key that the engine computes, and keeps all that it was computed from', () => {
    expect(question.fields.map(({ value }) => value)).toEqual(['SYN ACK', '7654321', '1234568']);
    expect(question.run).toMatchObject({ lab: 'tcp', major: 1, seed: 1, after: 2 });
  });

  test('earns each field by itself, and is told what the mistake overlooks', () => {
    const response = { fields: { flags: 'SYN ACK', seq: '7', ack: '1234567' } };
    expect(grade(question, response)).toEqual({ kind: 'scored', earned: 1 / 3, possible: 1 });
    const { marks } = feedbackOn(question, response);
    expect(JSON.stringify(marks?.ack)).toContain('the next one');
    expect(JSON.stringify(marks?.seq)).toContain('its own');
    expect(marks?.flags).toEqual({ right: true });
    expect(feedbackOn(question, { fields: { ...response.fields, ack: '5' } }).marks?.ack).toEqual({ right: false });
  });

  test('reads flags in any order, numbers as they are typed, and nothing else', () => {
    const right = { flags: ['ACK', 'SYN'], seq: '７,654,321', ack: '1 234 568' };
    const read = said(right);
    expect(read).toMatchObject({ kind: 'complete', response: { fields: { flags: 'SYN ACK', seq: '7654321' } } });
    expect(said({ ...right, ack: 'x' })).toEqual({ kind: 'incomplete', missing: 'not-whole' });
    expect(said({ ...right, flags: [] })).toEqual({ kind: 'incomplete', missing: 'fields' });
    expect(said({ ...right, flags: ['PSH'] })).toMatchObject({ field: 'response.fields.flags' });
    expect(said({ ...right, wnd: '1' })).toMatchObject({ field: 'response.fields.wnd' });
    expect(said({ ...right, seq: ['1', '2'] })).toMatchObject({ field: 'response.fields.seq' });
  });

  test('tells its author which runs, fields and mistakes there are', () => {
    expect(faultsOf({ ...written, run: 'close' })[0]).toContain('no run "close"');
    expect(faultsOf({ ...written, after: 9 })[0]).toContain('has 3 actions');
    expect(faultsOf({ ...written, fields: ['sequence'], mistakes: [] })[0]).toContain('no field "sequence"');
    expect(
      faultsOf({ ...written, mistakes: [{ field: 'ack', wrong: 'ack-two', feedback: { en: '…' } }] })[0],
    ).toContain('mistakes.0.wrong');
    expect(faultsOf({ ...written, mistakes: [{ field: 'wnd', feedback: { en: '…' } }] })[0]).toContain('not asked for');
  });
});

describe('pairs and categories', () => {
  const matching = {
    kind: 'matching',
    lefts: [
      {
        id: 'syn',
        text: { en: 'SYN' },
        match: 'starts',
        mistakes: [{ match: 'done', feedback: { en: 'that is FIN' } }],
      },
      { id: 'fin', text: { en: 'FIN' }, match: 'done', feedback: { en: 'the last thing' } },
    ],
    rights: [
      { id: 'starts', text: { en: 'I begin' } },
      { id: 'done', text: { en: 'I am done' } },
    ],
  };

  test('earn by the pair, and speak of the very confusion where the author has words for it', () => {
    const question = questionOf(matching);
    if (question.kind !== 'matching') throw new Error(question.kind);
    const response = { places: { syn: 'done', fin: 'done' } };
    expect(grade(question, response)).toEqual({ kind: 'scored', earned: 0.5, possible: 1 });
    expect(feedbackOn(question, response)).toMatchObject({ parts: { right: 1, of: 2 } });
    expect(JSON.stringify(feedbackOn(question, response).marks?.syn)).toContain('that is FIN');
    const swapped = feedbackOn(question, { places: { syn: 'done', fin: 'starts' } });
    expect(JSON.stringify(swapped.marks?.fin)).toContain('the last thing');
  });

  test('are incomplete while one has no place, and refuse places that were not shown', () => {
    const question = questionOf(matching);
    expect(readResponse(question, { places: { a: '1' } })).toEqual({ kind: 'incomplete', missing: 'pairs' });
    expect(readResponse(question, { places: { a: '1', b: '' } })).toEqual({ kind: 'incomplete', missing: 'pairs' });
    expect(readResponse(question, { places: { a: '3', b: '1' } })).toMatchObject({ kind: 'wrong-shape' });
    expect(readResponse(question, { places: { a: 'b', b: '1' } })).toMatchObject({ kind: 'wrong-shape' });
    const forged = JSON.parse('{"places":{"a":"1","__proto__":"1"}}');
    expect(readResponse(question, forged)).toMatchObject({ kind: 'wrong-shape', field: 'response.places' });
  });

  test('tell their author of a place that is not there', () => {
    const items = [
      { id: 'a', text: { en: 'A' }, category: 'one' },
      { id: 'b', text: { en: 'B' }, category: 'three' },
    ];
    const categories = [
      { id: 'one', text: { en: 'One' } },
      { id: 'two', text: { en: 'Two' } },
    ];
    expect(() => resolved({ kind: 'categorising', items, categories })).toThrow(/none of the categories/);
    expect(() => resolved({ ...matching, rights: [...matching.rights, { id: 'syn', text: { en: 'x' } }] })).toThrow(
      /share an id/,
    );
  });
});
