import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { run } from '../replay';
import { type JourneyAction, journeyActionSchema, memories } from './action';
import { causes } from './cause';
import { journeyLab } from './journey-lab';
import { journeySetupSchema } from './setup';
import { shop } from './shop';
import { shownMilestones } from './step';

/** Plain HTTP alone, so that a run costs no cryptography: what is proved here does not hang on it. */
const plain = journeySetupSchema.parse({
  sites: shop.sites.map((site) => ({ ...site, tls: 'none', plain: 'serves', hsts: undefined })),
});

const action: fc.Arbitrary<JourneyAction> = fc.oneof(
  fc.record({
    kind: fc.constant('visit' as const),
    url: fc.constantFrom(
      'http://shop.example/',
      'http://shop.example/main.css',
      'http://cdn.example/x',
      'shop.example',
      'x:y',
      '::',
      'http://no.example',
    ),
  }),
  fc.constant({ kind: 'next' as const }),
  fc.constant({ kind: 'finish' as const }),
  fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(1, 30_000, 400_000) }),
  fc.record({ kind: fc.constant('forget' as const), what: fc.constantFrom(...memories) }),
  fc.record({
    kind: fc.constant('set' as const),
    loss: fc.constantFrom(0, 0.1, 0.3),
    distance: fc.constantFrom(1, 300),
    keepAlive: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('diagnose' as const), cause: fc.constantFrom(...causes) }),
);

describe('any run', () => {
  it('ends, tells its journeys in the order of time, and gives the same again', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 8 }), fc.nat({ max: 1_000 }), (actions, seed) => {
        for (const one of actions) expect(journeyActionSchema.parse(one)).toEqual(one);
        const first = run(journeyLab, { setup: plain, seed }, actions);
        if (first.kind !== 'replayed') throw new Error(first.message);
        const { state } = first;
        const times = shownMilestones(state).map(({ at }) => at);
        expect(times).toEqual([...times].sort((a, b) => a - b));
        for (const { requests, endedAt, startedAt } of state.visits) {
          expect(endedAt).toBeGreaterThanOrEqual(startedAt);
          for (const request of requests) {
            expect(request.endedAt).not.toBeNull();
            for (const { from, to } of request.phases) expect(to).toBeGreaterThanOrEqual(from);
          }
        }
        const again = run(journeyLab, { setup: plain, seed }, actions);
        expect(again.kind === 'replayed' && again.state.visits).toEqual(state.visits);
      }),
      { numRuns: process.env.HANDRAIL_FULL ? 400 : 15, seed: 11 },
    );
  });
});
