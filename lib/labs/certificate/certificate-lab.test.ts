import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeTask } from '../grade-task';
import { run } from '../replay';
import { type PublicTask, taskSchema, toPublicTask } from '../task';
import { type CertificateAction, certificateActionKinds, certificateActionSchema } from './action';
import { certificateLab } from './certificate-lab';
import type { CertificateEvent } from './event';
import { certificateSetupSchema } from './setup';
import { serverOf, start, verdictOn } from './state';
import { reasonsOf } from './verify-chain';
import { worlds } from './worlds';

const setupOf = (name: keyof typeof worlds) => certificateSetupSchema.parse(worlds[name]);
const parse = (action: unknown): CertificateAction => certificateActionSchema.parse(action);

function play(name: keyof typeof worlds, actions: readonly unknown[]) {
  const replayed = run(certificateLab, { setup: setupOf(name), seed: 1 }, actions.map(parse));
  if (replayed.kind !== 'replayed') throw new Error(replayed.message);
  const events: CertificateEvent[] = replayed.events.flat();
  return { state: replayed.state, events, steps: replayed.steps };
}

function reasonsIn(name: keyof typeof worlds) {
  const state = start(setupOf(name), 1);
  const server = serverOf(state);
  return server ? reasonsOf(verdictOn(state, server)) : null;
}

describe('each world to begin with', () => {
  it.each([
    ['good', []],
    ['expired', ['expired']],
    ['wrong-name', ['name-mismatch']],
    ['self-signed', ['self-signed']],
    ['missing-authority', ['issuer-missing']],
    ['forged', ['signature-wrong']],
    ['not-an-authority', ['not-a-ca', 'may-not-sign-certificates']],
    ['revoked', ['revoked']],
    ['constrained', ['name-not-permitted']],
    ['weak', ['weak-digest']],
    ['wildcard', ['name-mismatch']],
    ['own-authority', []],
    ['list-outdated', ['crl-outdated']],
    ['list-forged', ['crl-not-trusted']],
    ['request', []],
  ] as const)('shows what it is named for: %s', (name, reasons) => {
    expect(reasonsIn(name)).toEqual(reasons);
  });
});

/** Six servers, each to be judged once: what a lesson hands out. */
const six: PublicTask = toPublicTask(
  taskSchema.parse({
    id: 'six',
    title: { en: 'Six' },
    objective: 'judge',
    minutes: 10,
    prompt: { en: 'Judge.' },
    lab: 'certificate',
    setup: worlds.six,
    actions: ['visit', 'check', 'check-next', { kind: 'judge', most: 6 }],
    goal: worlds.six.servers.map(({ id }) => ({ kind: 'judged-rightly', server: id })),
  }),
);
const rightly = [
  ['shop', 'accept'],
  ['bank', 'refuse', 'dates'],
  ['news', 'refuse', 'name'],
  ['mail', 'refuse', 'trust'],
  ['pay', 'refuse', 'signature'],
  ['wiki', 'accept'],
].flatMap(([server, answer, check]) => [
  { kind: 'visit', server },
  { kind: 'judge', answer, ...(check ? { check } : {}) },
]);

describe('a task of six chains', () => {
  it('is solved by judging each rightly, in turn', () => {
    expect(gradeTask(six, rightly)).toMatchObject({ kind: 'scored', earned: 1, landmark: 'judged-6' });
  });

  it('is not solved by looking, by judging five, or by refusing everything', () => {
    expect(gradeTask(six, [{ kind: 'check-next' }])).toMatchObject({ earned: 0 });
    expect(gradeTask(six, rightly.slice(0, 10))).toMatchObject({ earned: 0 });
    const refused = rightly.map((one) => (one.kind === 'judge' ? { ...one, answer: 'refuse', check: 'name' } : one));
    expect(gradeTask(six, refused)).toMatchObject({ earned: 0, deadEnd: { goal: 0, why: 'judged-wrongly' } });
  });

  it('counts the first word about a server, and refusing needs a check that fails', () => {
    const twice = [
      parse({ kind: 'judge', answer: 'refuse', check: 'dates' }),
      parse({ kind: 'judge', answer: 'accept' }),
    ];
    const { state, events } = play('six', twice);
    expect(state.judgements).toEqual([{ server: 'shop', answer: 'refuse', check: 'dates', right: false }]);
    expect(events.at(-1)).toMatchObject({ kind: 'hindered', why: 'already-judged' });
    const wrongCheck = play('expired', [{ kind: 'judge', answer: 'refuse', check: 'name' }]);
    expect(wrongCheck.events).toMatchObject([{ kind: 'judged', right: false, wrongCheck: true }]);
  });
});

const myRoot = { kind: 'issue', id: 'my-root', subject: 'My Root', key: 'p256-learner-a', authority: true };
const mine = {
  kind: 'issue',
  id: 'mine',
  subject: 'bank.example',
  issuer: 'my-root',
  key: 'p256-learner-b',
  names: ['bank.example'],
};

describe('an authority of one’s own', () => {
  it('signs a certificate that is good as soon as its root is trusted, and not before', () => {
    const made = [myRoot, mine, { kind: 'present', chain: ['mine'] }, { kind: 'ask-name', name: 'bank.example' }];
    const before = play('own-authority', made).state;
    expect(certificateLab.isMet({ kind: 'chain-valid-for-name', server: 'shop', name: 'bank.example' }, before)).toBe(
      false,
    );
    const after = play('own-authority', [...made, { kind: 'trust', certificate: 'my-root' }]).state;
    expect(certificateLab.isMet({ kind: 'chain-valid-for-name', server: 'shop', name: 'bank.example' }, after)).toBe(
      true,
    );
    for (const goal of [
      { kind: 'made-root' },
      { kind: 'signed-for', name: 'bank.example' },
      { kind: 'root-trusted', certificate: 'my-root', trusted: true },
    ] as const) {
      expect(certificateLab.isMet(goal, after)).toBe(true);
    }
  });

  it('cannot sign with a key that is someone else’s', () => {
    const { state, events } = play('own-authority', [{ ...mine, issuer: 'root' }]);
    expect(events).toEqual([{ kind: 'hindered', why: 'not-your-key', what: 'root' }]);
    expect(state.certificates).toHaveLength(3);
  });

  it('revokes what it signed, for good', () => {
    const made = [myRoot, mine, { kind: 'present', chain: ['mine'] }, { kind: 'trust', certificate: 'my-root' }];
    const { state } = play('own-authority', [...made, { kind: 'revoke', certificate: 'mine' }]);
    expect(certificateLab.isMet({ kind: 'verdict', server: 'shop', accepted: false, reason: 'revoked' }, state)).toBe(
      true,
    );
    const goal = { kind: 'chain-valid-for-name', server: 'shop', name: 'bank.example' } as const;
    expect(certificateLab.deadEnd([goal], state, ['trust'])).toEqual({ goal: 0, why: 'revoked-for-good' });
    expect(certificateLab.deadEnd([goal], state, ['present'])).toBeNull();
  });
});

describe('the world', () => {
  it('is judged by its clock, its name and its roots', () => {
    const says = (actions: readonly unknown[]) => {
      const { state } = play('good', actions);
      const server = serverOf(state);
      return server && verdictOn(state, server).browser;
    };
    expect(says([])).toBeNull();
    expect(says([{ kind: 'set-clock', at: '2027-06-01' }])).toBe('ERR_CERT_DATE_INVALID');
    expect(says([{ kind: 'ask-name', name: 'bank.example' }])).toBe('ERR_CERT_COMMON_NAME_INVALID');
    expect(says([{ kind: 'distrust', certificate: 'root' }])).toBe('ERR_CERT_AUTHORITY_INVALID');
    expect(says([{ kind: 'change-byte', certificate: 'shop', at: 60, to: 1 }])).not.toBeNull();
  });

  it('says nothing of what has not been checked, and everything in order', () => {
    const { state, events } = play('expired', [{ kind: 'check-next' }, { kind: 'check-next' }]);
    expect(events.map((event) => event.kind === 'checked' && event.check)).toEqual(['format', 'chain']);
    expect(state.asked).toEqual({ shop: ['format', 'chain'] });
    expect(play('expired', [{ kind: 'check-all' }]).events.at(-1)).toMatchObject({
      kind: 'checks-done',
      browser: 'ERR_CERT_DATE_INVALID',
    });
  });

  it('is refused where an id leads nowhere, is given twice, or someone signs in a circle', () => {
    const recipe = { id: 'a', subject: 'A', key: 'p256-root-a' };
    for (const broken of [
      { certificates: [recipe, recipe] },
      {
        certificates: [
          { ...recipe, issuer: 'b' },
          { ...recipe, id: 'b', issuer: 'a' },
        ],
      },
      { certificates: [recipe], trusted: ['b'] },
      { certificates: [recipe], servers: [{ id: 's', name: 's.example', presents: ['b'] }] },
      { certificates: [{ ...recipe, digest: 'sha1' }] },
      { certificates: [{ ...recipe, key: 'nobody' }] },
    ]) {
      expect(certificateSetupSchema.safeParse(broken).success).toBe(false);
    }
  });
});

const id = fc.constantFrom('root', 'authority', 'shop', 'my-root', 'mine', 'nobody');
const anyAction = fc.oneof(
  fc.constantFrom<unknown>(
    { kind: 'check-next' },
    { kind: 'check-all' },
    { kind: 'judge', answer: 'accept' },
    myRoot,
    mine,
  ),
  fc.constantFrom('trust', 'distrust', 'revoke').chain((kind) => id.map((certificate) => ({ kind, certificate }))),
  fc.array(id, { minLength: 1, maxLength: 4 }).map((chain) => ({ kind: 'present', chain })),
  fc.record({ kind: fc.constant('change-byte'), certificate: id, at: fc.nat({ max: 600 }), to: fc.nat({ max: 255 }) }),
  fc.constantFrom('2020-01-01', '2026-11-23', '2080-01-01').map((at) => ({ kind: 'set-clock', at })),
);

it('takes any actions in any order, changes no state it was given, and replays the same', () => {
  fc.assert(
    fc.property(fc.array(anyAction, { maxLength: 8 }), (actions) => {
      let state = start(setupOf('own-authority'), 1);
      for (const action of actions.map(parse)) {
        const before = JSON.stringify(state);
        const next = certificateLab.step(state, action);
        expect(JSON.stringify(state)).toBe(before);
        expect(next.events.length).toBeGreaterThan(0);
        state = next.state;
      }
      expect(play('own-authority', actions).state).toEqual(state);
    }),
    { numRuns: process.env.HANDRAIL_FULL ? 500 : 25 },
  );
});

it('has a schema for every kind of action, and no more', () => {
  expect(new Set(certificateActionKinds).size).toBe(certificateActionKinds.length);
});
