import fc from 'fast-check';
import { runSchema } from '@/lib/labs/run';
import { prediction } from './kinds/prediction';
import type { PointingResponse } from './public-pointing';
import { questionSchema } from './question';
import { asKind, type KindTest, otherWords, retold } from './test-kinds';
import { resolveQuestion } from './written-question';

const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 4, maxLength: 10 });
const credit = fc.constantFrom('each-part', 'all-or-nothing');
const prompt = { en: 'Where does each belong?' };

/** The place after the right one; there are always two. */
function elsewhere(places: readonly { id: string }[], right: string): string {
  const at = places.findIndex(({ id }) => id === right);
  return places[(at + 1) % places.length]?.id ?? '';
}

export const matchingTest: KindTest<'matching'> = {
  any: fc.record({ ids, credit, shift: fc.nat(9) }).map(({ ids, credit, shift }) =>
    asKind('matching', {
      prompt,
      credit,
      lefts: ids.map((id, at) => ({
        id,
        text: { en: `left ${id}` },
        match: `to-${ids[(at + shift) % ids.length]}`,
      })),
      rights: ids.map((id) => ({ id: `to-${id}`, text: { en: `right ${id}` } })),
    }),
  ),
  partsOf: ({ lefts }) => lefts.length,
  answered: ({ lefts, rights }, right) => ({
    places: Object.fromEntries(lefts.map(({ id, match }, at) => [id, right[at] ? match : elsewhere(rights, match)])),
  }),
  otherSecrets: ({ credit, ...question }) => ({
    ...question,
    ...otherWords,
    credit: credit === 'each-part' ? 'all-or-nothing' : 'each-part',
    lefts: question.lefts
      .map((left) => ({ ...retold(left, false), match: `other-${elsewhere(question.rights, left.match)}` }))
      .reverse(),
    rights: question.rights.map(({ id, text }) => ({ id: `other-${id}`, text })).reverse(),
  }),
};

export const categorisingTest: KindTest<'categorising'> = {
  any: fc
    .record({ ids, credit, at: fc.array(fc.nat(2), { minLength: 10, maxLength: 10 }) })
    .map(({ ids, credit, at: places }) =>
      asKind('categorising', {
        prompt,
        credit,
        categories: ['one', 'two', 'three'].map((id) => ({ id: `in-${id}`, text: { en: `category ${id}` } })),
        items: ids.map((id, at) => ({
          id,
          text: { en: `item ${id}` },
          category: ['in-one', 'in-two', 'in-three'][places[at] ?? 0],
        })),
      }),
    ),
  partsOf: ({ items }) => items.length,
  answered: ({ items, categories }, right) => ({
    places: Object.fromEntries(
      items.map(({ id, category }, at) => [id, right[at] ? category : elsewhere(categories, category)]),
    ),
  }),
  otherSecrets: ({ credit, ...question }) => ({
    ...question,
    ...otherWords,
    credit: credit === 'each-part' ? 'all-or-nothing' : 'each-part',
    items: question.items
      .map((item) => ({
        ...retold(item, false),
        category: `other-${elsewhere(question.categories, item.category)}`,
      }))
      .reverse(),
    // Their order is shown, and stays.
    categories: question.categories.map(({ id, text }) => ({ id: `other-${id}`, text })),
  }),
};

const bytes = fc
  .record({ size: fc.integer({ min: 4, max: 64 }), from: fc.nat(60), span: fc.nat(8) })
  .map(({ size, from, span }) => {
    const first = from % (size - 1);
    return {
      in: 'bytes',
      hex: 'c0'.repeat(size),
      from: first,
      to: Math.min(first + span, size - 2),
    };
  });
const places = ids.map((ids) => ({
  in: 'figure',
  figure: { kind: 'drawing', svg: { name: 'svg', attributes: {}, children: [] }, alt: { en: 'boxes' } },
  regions: ids.map((id, at) => ({
    id,
    text: { en: `place ${id}` },
    at: [at, at, 5, 5],
    ...(at === 1 ? { right: true } : {}),
  })),
}));

export const pointingTest: KindTest<'pointing'> = {
  any: fc.oneof(bytes, places).map((target) => asKind('pointing', { prompt, target })),
  partsOf: () => 1,
  answered({ target }, [right]): PointingResponse {
    if (target.in === 'figure')
      return { choice: target.regions.find((region) => (region.right === true) === right)?.id ?? '' };
    // The last byte is never part of the range.
    const last = target.hex.length / 2 - 1;
    return right ? { from: target.from, to: target.to } : { from: last, to: last };
  },
  otherSecrets({ target, ...question }) {
    if (target.in === 'bytes')
      return {
        ...question,
        ...otherWords,
        target: { ...target, to: target.to + 1, accept: 'within', near: { en: 'another' } },
      };
    const regions = target.regions.map(({ at, ...region }) => ({ ...retold(region, region.right !== true), at }));
    return { ...question, ...otherWords, target: { ...target, regions: regions.reverse() } };
  },
};

const open = runSchema.parse({
  id: 'open',
  lab: 'tcp',
  title: { en: 'Open' },
  setup: { client: { iss: 1234567 }, server: { iss: 7654321 } },
  actions: [{ kind: 'listen', side: 'server' }, { kind: 'open', side: 'client' }, { kind: 'next' }, { kind: 'next' }],
});

/** What the engine says after so many actions of a run. */
function predicted(after: number, fields: readonly string[], credit: 'each-part' | 'all-or-nothing') {
  const ask = 'next-segment' as const;
  const written = {
    id: 'q',
    kind: 'prediction' as const,
    use: 'practice' as const,
    prompt,
    run: 'open',
    after,
    ask,
    fields: [...fields],
    credit,
    mistakes: [],
  };
  const resolved = resolveQuestion(questionWritten(written), { runs: [open], figures: [], figure: () => undefined });
  if ('faults' in resolved) throw new Error(JSON.stringify(resolved.faults));
  return asKind('prediction', { ...questionSchema.parse(resolved.question) });
}

const questionWritten = (written: Parameters<typeof resolveQuestion>[0]) => written;

export const predictionTest: KindTest<'prediction'> = {
  any: fc
    .record({
      after: fc.integer({ min: 2, max: 3 }),
      fields: fc.subarray(['flags', 'seq', 'ack'], { minLength: 1 }),
      credit: fc.constantFrom('each-part' as const, 'all-or-nothing' as const),
    })
    .map(({ after, fields, credit }) => predicted(after, fields, credit)),
  partsOf: ({ fields }) => fields.length,
  answered: (question, right) => {
    const key = prediction.fromKey(question).fields;
    const wrong = ({ name, form }: (typeof question.fields)[number]) =>
      form.kind === 'whole' ? '7' : (form.of.find((one) => one !== key[name]) ?? '');
    return {
      fields: Object.fromEntries(
        question.fields.map((field, at) => [field.name, right[at] ? (key[field.name] ?? '') : wrong(field)]),
      ),
    };
  },
  // Its key follows from what is shown; all that is told afterwards does not.
  otherSecrets: ({ credit, ...question }) => ({
    ...question,
    ...otherWords,
    credit: credit === 'each-part' ? 'all-or-nothing' : 'each-part',
    mistakes: [{ field: question.fields[0]?.name, feedback: { en: 'another' } }],
  }),
};
