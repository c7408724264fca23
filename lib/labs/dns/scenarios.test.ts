import { describe, expect, it } from 'vitest';
import { run } from '../replay';
import type { DnsAction } from './action';
import { dnsLab } from './dns-lab';
import { whyOf } from './event';
import type { DnsGoal } from './goal';
import { attemptsForHalf, chanceOfAny, chanceOfOne } from './numbers';
import { predictDns } from './predict';
import { type DnsPresetId, dnsPreset, dnsPresetIds } from './presets';
import { dnsSetupSchema } from './setup';
import type { DnsState } from './state';

function endOf(actions: readonly object[], setup: object = {}, seed = 1): DnsState {
  const log = actions.map((action) => dnsLab.action.parse(action));
  const replay = run(dnsLab, { setup: dnsSetupSchema.parse(setup), seed }, log);
  if (replay.kind !== 'replayed') throw new Error(replay.message);
  return replay.state;
}

const preset = (id: DnsPresetId, count?: number): DnsState => {
  const { setup, actions } = dnsPreset(id);
  return endOf(actions.slice(0, count), setup);
};
const met = (state: DnsState, goal: object): boolean => dnsLab.isMet(dnsLab.goal.parse(goal) as DnsGoal, state);
const settle = { kind: 'settle' };
const ask = (name: string, rest: object = {}) => ({ kind: 'query', name, ...rest });

describe('a preset', () => {
  it.each(dnsPresetIds)('%s runs to its end, and every step of it has a reason', (id) => {
    const { setup, actions } = dnsPreset(id);
    let state = dnsLab.start(setup, 1);
    for (const action of actions) {
      const taken = dnsLab.step(state, action);
      state = taken.state;
      expect(whyOf(taken.events)).not.toMatchObject({ code: 'no-deed' });
    }
    expect([state.wire.length, state.jobs.length]).toEqual([0, 0]);
  });
});

describe('the tasks that a lesson asks for', () => {
  it('an alias is followed across zones by hand, and the last name and its zone are written down', () => {
    const state = preset('by-hand');
    const name = 'www.umbrella.example';
    expect(met(state, { kind: 'asked', server: 'a.root-servers.net', by: 'stub' })).toBe(true);
    expect(
      met(state, { kind: 'asked', server: 'ns1.cdn.example.org', name: 'edge3.cdn.example.org', by: 'stub' }),
    ).toBe(true);
    expect(met(state, { kind: 'concluded', name, fields: ['canonical', 'zone', 'address'] })).toBe(true);
    expect(met(state, { kind: 'at-most-sent', queries: 0 })).toBe(true);
    const through = ['umbrella.pages.example.net', 'edge3.cdn.example.org'];
    expect(met(preset('alias-across-zones'), { kind: 'followed', name, through })).toBe(true);
    expect(met(preset('alias-across-zones'), { kind: 'followed', name, through: ['edge3.cdn.example.org'] })).toBe(
      false,
    );
    const wrong = endOf([ask(name), settle, { kind: 'conclude', name, canonical: name, zone: 'umbrella.example' }]);
    expect(met(wrong, { kind: 'concluded', name, fields: ['canonical'] })).toBe(false);
  });

  it('a stale answer is seen, explained, waited out and seen fresh', () => {
    const name = 'shop.example';
    const given = [ask(name), settle, { kind: 'wait', ms: 120_000 }, { kind: 'edit', name, data: ['198.51.100.22'] }];
    const stale = endOf([...given, ask(name), settle]);
    expect(met(stale, { kind: 'stale-seen', name })).toBe(true);
    expect(met(stale, { kind: 'answered', name, data: '198.51.100.20' })).toBe(true);
    const [left] = [stale.asked.at(-1)?.answer].flatMap((one) =>
      one && one !== 'silence' ? [one.answers[0]?.ttl] : [],
    );
    const said = { kind: 'conclude', name, cause: 'stale', left };
    const goal = { kind: 'concluded', name, fields: ['cause', 'left'] };
    expect(met(endOf([...given, ask(name), settle, said]), goal)).toBe(true);
    expect(met(endOf([...given, ask(name), settle, { ...said, left: 300 }]), goal)).toBe(false);
    expect(met(endOf([...given, ask(name), settle, { ...said, cause: 'poisoned' }]), goal)).toBe(false);
    const fresh = endOf([...given, ask(name), settle, said, { kind: 'wait', ms: 200_000 }, ask(name), settle]);
    expect(met(fresh, { kind: 'expired', name })).toBe(true);
    expect(met(fresh, { kind: 'fresh-answer', name })).toBe(true);
    // Nothing was changed since: an answer that is stale cannot be had any more.
    const late = endOf([ask(name), settle]);
    expect(dnsLab.deadEnd([{ kind: 'stale-seen', name, type: 'A' }], late, ['query', 'next'])?.why).toBe(
      'gone-from-cache',
    );
  });

  it('the cause of an answer is computed, whatever it is', () => {
    const cause = (name: string, actions: readonly object[], setup: object = {}) =>
      ['current', 'stale', 'remembered-absence', 'poisoned', 'no-such-name', 'no-data', 'loop', 'unreachable'].find(
        (one) =>
          met(endOf([...actions, { kind: 'conclude', name, cause: one }], setup), {
            kind: 'concluded',
            name,
            fields: ['cause'],
          }),
      );
    const fetched = (name: string) => [ask(name), settle];
    expect(cause('shop.example', fetched('shop.example'))).toBe('current');
    expect(cause('no.shop.example', fetched('no.shop.example'))).toBe('no-such-name');
    expect(cause('_tcp.shop.example', fetched('_tcp.shop.example'))).toBe('no-data');
    expect(cause('a.loop.example', fetched('a.loop.example'))).toBe('loop');
    expect(cause('dark.example', fetched('dark.example'))).toBe('unreachable');
    const appears = [
      ...fetched('new.shop.example'),
      { kind: 'edit', name: 'new.shop.example', data: ['198.51.100.9'] },
    ];
    expect(cause('new.shop.example', [...appears, ...fetched('new.shop.example')])).toBe('remembered-absence');
    const { setup } = dnsPreset('believes-everything');
    expect(cause('www.bank.example', [...fetched('evil.test'), ...fetched('www.bank.example')], setup)).toBe(
      'poisoned',
    );
  });
});

describe('forging', () => {
  const bank = { kind: 'poisoned', name: 'www.bank.example' };

  it('succeeds against ids that count and one port, by the number seen before', () => {
    expect(met(preset('forged-by-count'), bank)).toBe(true);
    expect(met(preset('forged-by-count'), { kind: 'answered', name: 'www.bank.example', data: '203.0.113.66' })).toBe(
      true,
    );
  });

  it('fails with the same numbers against a resolver that draws them, and says what did not fit', () => {
    const { actions } = dnsPreset('forged-by-count');
    for (const [resolver, why] of [
      [{ ports: 'fixed' }, 'wrong-id'],
      [{ ids: 'sequential' }, 'wrong-port'],
    ] as const) {
      const state = endOf(actions, { resolver });
      expect(met(state, bank)).toBe(false);
      expect(met(state, { kind: 'withstood' })).toBe(true);
      expect(state.history.some(({ note }) => note.code === 'ignored' && note.why === why)).toBe(true);
    }
  });

  it('in the name of the wrong server or to another question is thrown away', () => {
    const forged = { kind: 'forge', server: 'ns1.shop.example', id: 0, count: 200, port: 1, name: 'x.example' };
    const state = endOf([ask('www.bank.example'), { kind: 'next' }, forged, settle]);
    expect(state.history.some(({ note }) => note.code === 'ignored' && note.why === 'wrong-server')).toBe(true);
  });

  it('blindly goes through as often as computed: one port and 200 guesses in 65,536', () => {
    const policy = { ids: 'random', ports: 'fixed' } as const;
    const attempts = 300;
    const expected = chanceOfAny(policy, 200, attempts);
    const attack: DnsAction = { kind: 'attack', zone: 'bank.example', to: '203.0.113.66', guesses: 200, attempts };
    const seeds = 400;
    const start = (seed: number) => dnsLab.start(dnsSetupSchema.parse({ resolver: policy }), seed);
    let hits = 0;
    for (let seed = 1; seed <= seeds; seed += 1) hits += dnsLab.advance(start(seed), attack).state.hits;
    // Four standard deviations to either side.
    const deviation = Math.sqrt((expected * (1 - expected)) / seeds);
    expect(Math.abs(hits / seeds - expected)).toBeLessThan(4 * deviation);
  });

  it('is made 64,512 times harder by random ports, and harmless by neither when all is guessed', () => {
    const fixed = { ids: 'random', ports: 'fixed' } as const;
    const drawn = { ids: 'random', ports: 'random' } as const;
    expect(chanceOfOne(fixed, 200) / chanceOfOne(drawn, 200)).toBeCloseTo(64_512, 6);
    expect([attemptsForHalf(fixed, 200), attemptsForHalf(drawn, 200)]).toEqual([227, 14_652_641]);
    expect(chanceOfOne({ ids: 'sequential', ports: 'fixed' }, 1)).toBe(1);
    expect(preset('forged-blindly').hits).toBe(1);
  });

  it('needs no guess where records are believed that are none of a server’s business', () => {
    expect(met(preset('believes-everything', 12), bank)).toBe(true);
    const state = preset('believes-everything');
    expect(met(state, bank)).toBe(false);
    expect(state.history.some(({ note }) => note.code === 'discarded' && note.name === 'www.bank.example.')).toBe(true);
  });
});

describe('what authors write', () => {
  it('zones are laid over the internet, or are all there is', () => {
    const zones =
      'shop.example. 60 IN SOA ns1.shop.example. h.shop.example. 1 1 1 1 1\n  IN NS ns1.shop.example.\n  IN A 198.51.100.99\nns1.shop.example. IN A 203.0.113.40\n';
    expect(
      met(endOf([ask('shop.example'), settle], { zones }), {
        kind: 'answered',
        name: 'shop.example',
        data: '198.51.100.99',
      }),
    ).toBe(true);
    const root = `. 60 IN SOA a. h. 1 1 1 1 1\n. IN NS a.\na. IN A 203.0.113.1\nx. IN A 198.51.100.1\n`;
    expect(
      met(endOf([ask('x'), settle], { base: 'empty', zones: root }), {
        kind: 'answered',
        name: 'x',
        data: '198.51.100.1',
      }),
    ).toBe(true);
    expect(met(endOf([ask('x'), settle], { base: 'empty' }), { kind: 'answered', name: 'x', rcode: 'SERVFAIL' })).toBe(
      true,
    );
  });

  it.each([
    ['www IN A 198.51.100.1', 'line 1: no-zone'],
    ['; a comment\n\n@ 60 IN SOA ns h 1 2 3 4 5\n  IN NS ns\nwww IN A 300.1.1.1', 'line 5: bad-data'],
    ['@ IN SOA ns h 1 2 3 4 5\n IN NS ns\nwww IN B 1', 'line 3: unknown-type'],
    ['@ IN SOA ns h 1 2 3 4 5', 'line 1: no-ns'],
    ['$ORIGIN a.test.\n@ IN SOA ns h 1 2 3 4 5\n IN NS ns\nb.test. IN A 192.0.2.1', 'line 4: outside-zone'],
    ['@ IN SOA ns h (1 2 3 4 5', 'line 1: open-parenthesis'],
    ['@ IN SOA ns h 1 2 3 4 5\n IN NS ns\nt IN TXT "open', 'line 3: open-quote'],
    ['@ IN SOA ns h 1 2 3 4 5\n IN NS ns\nw IN CNAME x\nw IN A 192.0.2.1', 'line 4: cname-and-other'],
    ['$WHAT 1', 'line 1: unknown-directive'],
    [`@ IN SOA ns h 1 2 3 4 5\n IN NS ns\n${'a'.repeat(64)} IN A 192.0.2.1`, 'line 3: bad-name'],
  ])('a fault is told with its line: %j', (zones, told) => {
    const read = dnsSetupSchema.safeParse({ zones });
    expect(read.success ? [] : read.error.issues.map(({ message }) => message).join('\n')).toContain(told);
  });
});

describe('predictions', () => {
  it('say who is asked next, and what TTL the computer is told', () => {
    const { setup, actions } = dnsPreset('from-the-cache');
    const state = endOf(actions.slice(0, 3), setup);
    const answer = predictDns(state, actions.slice(3), 'next-answer');
    const field = (name: string) => answer?.fields.find((one) => one.name === name);
    expect(field('ttl')).toMatchObject({ value: '200', wrong: { 'ttl-as-learned': '300' } });
    expect(field('sent')?.value).toBe('0');
    const first = predictDns(endOf([ask('shop.example'), { kind: 'next' }, { kind: 'next' }]), [], 'next-message');
    expect(first?.fields.map(({ value }) => value)).toEqual(['a.nic.example.', 'query', 'udp']);
  });
});
