import { describe, expect, it } from 'vitest';
import { run } from '../replay';
import { whyOf } from './event';
import type { HttpGoal } from './goal';
import { httpLab } from './http-lab';
import { type HttpPresetId, httpPreset, httpPresetIds, presetSeed } from './presets';

function played(id: HttpPresetId) {
  const { setup, actions } = httpPreset(id);
  const replay = run(httpLab, { setup, seed: presetSeed }, actions);
  if (replay.kind !== 'replayed') throw new Error(replay.message);
  return replay;
}

/** What is said under the lab after each action. */
const story: Readonly<Record<HttpPresetId, readonly string[]>> = {
  'first-get': ['waits', 'waits', 'answered 200'],
  'five-messages': ['named true', 'named true', 'named true', 'named true', 'named true'],
  chunked: ['decoded true', 'answered 200'],
  pipelined: ['answered-several'],
  'cache-fresh': ['answered 200', 'from-cache', 'validated 304'],
  'cache-validated': ['answered 200', 'validated 304', 'changed 204', 'validated 200'],
  'cache-vary': ['answered 200', 'answered 200', 'from-cache'],
  'cache-heuristic': ['answered 200', 'time', 'from-cache', 'time', 'validated 304'].filter((one) => one !== 'time'),
  'cache-invalidated': ['answered 200', 'from-cache', 'answered 204', 'validated 200'],
  cookies: ['answered 200', 'answered 200', 'answered 200', 'answered 200', 'answered 200'],
  'same-site': ['answered 200', 'answered 200', 'answered 200', 'answered 200', 'answered 200'],
  redirects: ['sent-on 301', 'sent-on 301', 'answered 200', 'switched', 'too-many-redirects'],
  'redirect-post': ['redirected 200', 'redirected 200'],
  ranges: ['answered 206', 'answered 206', 'answered 416'],
  negotiation: ['answered 200', 'answered 406', 'answered 200'],
  compression: ['answered 200', 'answered 200', 'answered 200'],
  basic: ['asks-for-credentials', 'knows-credentials', 'answered 200'],
  bearer: ['asks-for-credentials', 'answered 200', 'knows-credentials', 'asks-for-credentials'],
  'lost-update': ['answered 200', 'changed 200', 'answered 412'],
  notes: ['answered 201', 'answered 200', 'answered 204', 'validated 404', 'answered 405'],
  'smuggling-cl-te': ['relayed false', 'relayed true'],
  'smuggling-te-cl': ['relayed false', 'relayed true'],
  'smuggling-te-te': ['relayed false', 'relayed true'],
  'smuggling-refused': ['front-refused 400', 'relayed false'],
};

describe('each preset', () => {
  it.each(httpPresetIds)('%s tells what it is there for', (id) => {
    const told = played(id)
      .events.map(whyOf)
      .filter((why) => why?.code !== 'time')
      .map((why) => {
        if (!why) return 'nothing';
        const more = 'right' in why ? why.right : 'status' in why ? why.status : 'misled' in why ? why.misled : '';
        return `${why.code} ${more}`.trim();
      });
    expect(told).toEqual(story[id]);
  });
});

const met = (id: HttpPresetId, goal: unknown) => {
  const wanted: HttpGoal = httpLab.goal.parse(goal);
  return httpLab.isMet(wanted, played(id).state);
};

describe('goals', () => {
  it.each<[HttpPresetId, object]>([
    ['first-get', { kind: 'sent-request', match: { method: 'GET', request: [{ name: 'Host' }], fault: undefined } }],
    ['first-get', { kind: 'response-status', status: 200 }],
    ['five-messages', { kind: 'fault-named', specimen: 3, all: true }],
    ['chunked', { kind: 'decoded', specimen: 0 }],
    ['cache-fresh', { kind: 'cache-used', path: '/cache/60', how: 'fresh' }],
    ['cache-fresh', { kind: 'cache-used', path: '/cache/…', how: 'validated' }],
    ['cache-fresh', { kind: 'cache-holds', path: '/cache/60', state: 'fresh' }],
    ['cache-fresh', { kind: 'log-has-at-most', match: { path: '/cache/60' }, times: 2 }],
    ['cookies', { kind: 'cookie', name: 'visits', value: '2', state: 'kept' }],
    ['cookies', { kind: 'cookie', name: 'cart', state: 'gone' }],
    ['same-site', { kind: 'log-has', match: { path: '/cookies', request: [{ name: 'Cookie', value: 'none=3' }] } }],
    ['redirect-post', { kind: 'arrived', path: '/redirect/0', status: 200, after: 1 }],
    ['redirect-post', { kind: 'log-has', match: { method: 'POST', path: '/redirect/0', body: 'umbrellas=3' } }],
    ['notes', { kind: 'log-in-order', matches: [{ status: 201 }, { method: 'DELETE', status: 204 }, { status: 404 }] }],
    ['smuggling-cl-te', { kind: 'smuggled', path: '/notes' }],
    ['smuggling-cl-te', { kind: 'victim-misled' }],
    ['smuggling-te-cl', { kind: 'log-has', match: { path: '/echo', answerBody: 'session=8Yk2' } }],
  ])('of %s: %j holds', (id, goal) => {
    expect(met(id, goal)).toBe(true);
  });

  it.each<[HttpPresetId, object]>([
    ['smuggling-refused', { kind: 'smuggled' }],
    ['smuggling-refused', { kind: 'victim-misled' }],
    ['cache-vary', { kind: 'cache-used', path: '/cache/vary', how: 'validated' }],
    ['cookies', { kind: 'cookie', name: 'never-there', state: 'gone' }],
    ['five-messages', { kind: 'decoded', specimen: 0 }],
    ['first-get', { kind: 'log-has', match: { request: [{ name: 'Host', absent: true }] } }],
  ])('of %s: %j does not', (id, goal) => {
    expect(met(id, goal)).toBe(false);
  });
});
