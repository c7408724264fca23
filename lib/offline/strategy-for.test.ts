import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SAVING_HEADER } from '@/lib/offline/offline-list';
import { type AskedFor, strategyFor } from '@/lib/offline/strategy-for';

const origin = 'https://learn.example.org';
const lesson = '/en/learn/tcp-tls/three-way-four-way';
const chunk = '/_next/static/chunks/0zm229rsj8v_s.js';

function ask(path: string, over: Partial<AskedFor> = {}): AskedFor {
  return { method: 'GET', url: new URL(path, origin).href, mode: 'cors', headers: new Headers(), ...over };
}
const visit = (path: string, over: Partial<AskedFor> = {}) => ask(path, { mode: 'navigate', ...over });
const saved = (...addresses: string[]) => ({ origin, has: (address: string) => addresses.includes(address) });
const everything = { origin, has: () => true };

describe('a kept page', () => {
  it('comes from the network, with its copy to fall back on', () => {
    expect(strategyFor(visit(lesson), saved(lesson))).toEqual({ kind: 'network-first', address: lesson });
  });

  it('is the same page with any query string, and with a slash at its end', () => {
    for (const form of [`${lesson}?from=mail`, `${lesson}/`, `${lesson}#why-not-two`])
      expect(strategyFor(visit(form), saved(lesson))).toMatchObject({ address: lesson });
  });

  it('stands in for the page with both languages when that one is not kept', () => {
    expect(strategyFor(visit(`${lesson}?beside`), saved(lesson))).toMatchObject({ address: lesson });
    const both = saved(lesson, `${lesson}/beside`);
    expect(strategyFor(visit(`${lesson}?beside`), both)).toMatchObject({ address: `${lesson}/beside` });
  });
});

describe('a kept file', () => {
  it('that never changes under its address comes from the copy', () => {
    expect(strategyFor(ask(chunk), saved(chunk))).toEqual({ kind: 'copy-first', address: chunk });
  });

  it('that may change comes from the network first', () => {
    const figure = '/figures/tcp-tls/a/b.png';
    expect(strategyFor(ask(figure, { mode: 'no-cors' }), saved(figure)).kind).toBe('network-first');
  });
});

describe('a page that is not kept', () => {
  it('is answered by the list of what is kept, in the language of its address, when there is no network', () => {
    const lists = saved('/en/offline', '/zh/offline');
    const answer = { kind: 'network-or-list', list: ['/zh/offline', '/en/offline'] };
    expect(strategyFor(visit('/zh/paths/git'), lists)).toEqual(answer);
    expect(strategyFor(visit('/'), lists)).toEqual({ ...answer, list: ['/en/offline', '/zh/offline'] });
  });

  it('is left to the browser when nothing lists anything', () => {
    expect(strategyFor(visit('/en/paths/git'), saved())).toEqual({ kind: 'network-or-list', list: [] });
  });
});

describe('what is left alone, whatever is kept', () => {
  it.each([
    ['a call', ask('/api/progress')],
    ['a call opened as a page', visit('/api/auth/signin')],
    ['an answer', ask('/api/answers', { method: 'POST' })],
    ['a form', visit('/api/forms/answer', { method: 'POST' })],
    ['a question about the head alone', ask(lesson, { method: 'HEAD' })],
    ['another site', ask('https://elsewhere.example/a.js')],
    ['the list that says what is new', ask('/offline/en/tcp-tls.json')],
    ['the worker itself', ask('/service-worker.js')],
    ['a probe', ask('/healthz')],
    ['what the browser wants from its own cache alone', ask(chunk, { cache: 'only-if-cached' })],
    ['a page that saves', ask(lesson, { headers: new Headers({ [SAVING_HEADER]: '1' }) })],
  ])('%s', (_, request) => {
    expect(strategyFor(request, everything)).toEqual({ kind: 'leave' });
  });
});

describe('a page that is made for one person', () => {
  const personal = [
    'account',
    'progress',
    'review',
    'attempts/1',
    'preview',
    'drafts/x',
    'sittings/1',
    'notes',
    'certificates',
    'teach/classes/1',
    'admin',
    'sign-in',
  ];

  it('is never answered from a copy, even if a list named it', () => {
    for (const page of personal)
      for (const locale of ['en', 'zh']) {
        const strategy = strategyFor(visit(`/${locale}/${page}`), everything);
        expect(strategy).toEqual({ kind: 'network-or-list', list: [`/${locale}/offline`, expect.any(String)] });
      }
  });
});

describe('any request at all', () => {
  it('gets a way, and only ever an address that is kept', () => {
    const part = fc.constantFrom('en', 'zh', 'learn', 'api', 'account', '_next', 'static', 'a.js', '%E4%B8%AD', '');
    const requests = fc.record({
      method: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE'),
      url: fc.array(part, { maxLength: 6 }).map((parts) => `${origin}/${parts.join('/')}`),
      mode: fc.constantFrom('navigate', 'cors', 'no-cors', 'same-origin'),
      headers: fc.constant(new Headers()),
    });
    fc.assert(
      fc.property(requests, fc.func(fc.boolean()), (request, has) => {
        const strategy = strategyFor(request, { origin, has });
        if (request.method !== 'GET') expect(strategy.kind).toBe('leave');
        if ('address' in strategy) expect(has(strategy.address)).toBe(true);
        if ('list' in strategy) expect(strategy.list.every((address) => has(address))).toBe(true);
      }),
    );
  });
});
