import { describe, expect, it } from 'vitest';
import { noBytes } from '../../bytes';
import { httpDate } from '../http-date';
import type { Field, HttpResponse } from '../message';
import { freshnessOf } from './freshness';
import { keepResponse } from './keep-response';
import { type FetchMode, lookUp } from './look-up';
import type { CacheKind, HttpCache } from './stored-response';

const now = Date.UTC(2026, 10, 23, 12);
const url = 'https://a.example/x';
const fields = (given: Readonly<Record<string, string>>): Field[] =>
  Object.entries(given).map(([name, value]) => ({ name, value }));
const response = (given: Readonly<Record<string, string>>, status = 200): HttpResponse => ({
  version: 'HTTP/1.1',
  status,
  reason: '',
  fields: fields({ Date: httpDate(now), ...given }),
  body: noBytes,
  trailers: [],
});
const request = (given: Readonly<Record<string, string>> = {}, method = 'GET') => ({
  method,
  url,
  fields: fields(given),
});
const times = { requestTime: now, responseTime: now };

function kept(answer: HttpResponse, asked = request(), kind: CacheKind = 'private', cache: HttpCache = []) {
  return keepResponse(cache, asked, answer, kind, times);
}

/** What the cache does `after` seconds with what it kept. */
function after(
  seconds: number,
  answer: HttpResponse,
  asked = request(),
  mode: FetchMode = 'normal',
  kind: CacheKind = 'private',
) {
  const decision = lookUp(kept(answer, request(), kind).cache, asked, kind, now + seconds * 1_000, mode);
  return 'why' in decision ? `${decision.kind} ${decision.why}` : decision.kind;
}

describe('a response is kept', () => {
  it.each<[object, string, string]>([
    [{ 'Cache-Control': 'max-age=60' }, 'private', 'kept'],
    [{ 'Cache-Control': 'no-store' }, 'private', 'no-store'],
    [{ 'Cache-Control': 'private, max-age=60' }, 'shared', 'private'],
    [{ 'Cache-Control': 'private, max-age=60' }, 'private', 'kept'],
    [{ 'Cache-Control': 'max-age=60', Vary: '*' }, 'private', 'vary-all'],
    [{}, 'private', 'nothing-to-go-by'],
    [{ ETag: '"a"' }, 'private', 'kept'],
    [{ Expires: '0' }, 'private', 'kept'],
  ])('or not, by what it says: %j in a %s cache', (said, kind, expected) => {
    const { keeping } = kept(response({ ...said }), request(), kind === 'shared' ? 'shared' : 'private');
    expect(keeping.code === 'not-kept' ? keeping.why : keeping.code).toBe(expected);
  });

  it('for many only if it says so, where someone was logged in (RFC 9111 §3.5)', () => {
    const asked = request({ Authorization: 'Basic eDp5' });
    expect(kept(response({ 'Cache-Control': 'max-age=60' }), asked, 'shared').keeping).toMatchObject({
      why: 'authorization',
    });
    expect(kept(response({ 'Cache-Control': 'public, max-age=60' }), asked, 'shared').keeping.code).toBe('kept');
  });
});

describe('freshness (RFC 9111 §4.2)', () => {
  it.each<[object, CacheKind, number, string]>([
    [{ 'Cache-Control': 's-maxage=9, max-age=60', Expires: httpDate(now + 5_000) }, 'shared', 9, 's-maxage'],
    [{ 'Cache-Control': 's-maxage=9, max-age=60' }, 'private', 60, 'max-age'],
    [{ Expires: httpDate(now + 5_000) }, 'private', 5, 'expires'],
    [{ Expires: 'soon' }, 'private', 0, 'expires'],
    [{ 'Last-Modified': httpDate(now - 100_000) }, 'private', 10, 'heuristic'],
    [{ 'Last-Modified': httpDate(now - 100 * 86_400_000) }, 'private', 86_400, 'heuristic'],
    [{ ETag: '"a"' }, 'private', 0, 'nothing'],
  ])('of %j in a %s cache is %i s by %s', (said, kind, lifetime, by) => {
    const [stored] = kept(response({ ...said }), request(), kind).cache;
    if (!stored) throw new Error('not kept');
    expect(freshnessOf(stored, kind, now)).toMatchObject({ lifetime, by });
  });

  it('counts the age that others have counted, and how long the answer took', () => {
    const { cache } = keepResponse([], request(), response({ Age: '20', 'Cache-Control': 'max-age=60' }), 'private', {
      requestTime: now,
      responseTime: now + 3_000,
    });
    const [stored] = cache;
    expect(stored && freshnessOf(stored, 'private', now + 13_000).age).toBe(33);
  });
});

describe('a request is answered', () => {
  const minute = { 'Cache-Control': 'max-age=60', ETag: '"a"' };
  it.each<[number, object, object, FetchMode, string]>([
    [59, minute, {}, 'normal', 'use'],
    [60, minute, {}, 'normal', 'validate stale'],
    [5, { ...minute, 'Cache-Control': 'no-cache' }, {}, 'normal', 'validate no-cache'],
    [5, minute, { 'Cache-Control': 'no-cache' }, 'normal', 'validate asked-to'],
    [5, minute, { Pragma: 'no-cache' }, 'normal', 'validate asked-to'],
    [5, minute, { 'Cache-Control': 'max-age=4' }, 'normal', 'validate too-old'],
    [5, minute, { 'Cache-Control': 'min-fresh=56' }, 'normal', 'validate too-old'],
    [90, minute, { 'Cache-Control': 'max-stale=30' }, 'normal', 'use'],
    [91, minute, { 'Cache-Control': 'max-stale=30' }, 'normal', 'validate stale'],
    [
      90,
      { ...minute, 'Cache-Control': 'max-age=60, must-revalidate' },
      { 'Cache-Control': 'max-stale' },
      'normal',
      'validate stale',
    ],
    [90, minute, { 'Cache-Control': 'only-if-cached' }, 'normal', 'nothing'],
    [5, minute, {}, 'reload', 'validate asked-to'],
    [5, { ...minute, 'Cache-Control': 'max-age=60, immutable' }, {}, 'reload', 'use'],
    [5, minute, {}, 'force-reload', 'fetch reload'],
    [5, minute, { Range: 'bytes=0-1' }, 'normal', 'fetch range'],
    [5, minute, { 'If-None-Match': '"b"' }, 'normal', 'fetch own-condition'],
    [90, { 'Cache-Control': 'max-age=60' }, {}, 'normal', 'fetch no-validator'],
    [5, { ...minute, Vary: 'Accept-Language' }, { 'Accept-Language': 'zh' }, 'normal', 'fetch other-variant'],
  ])('after %i s, of %j asked with %j (%s): %s', (seconds, said, asked, mode, expected) => {
    expect(after(seconds, response({ ...said }), request({ ...asked }), mode)).toBe(expected);
  });

  it('by what a 304 made fresh again, with its new fields', () => {
    const { cache } = kept(response(minute));
    const later = { requestTime: now + 90_000, responseTime: now + 90_000 };
    const news = response({ Date: httpDate(now + 90_000), ETag: '"a"', 'Cache-Control': 'max-age=5' }, 304);
    const freshened = keepResponse(cache, request({ 'If-None-Match': '"a"' }), news, 'private', later);
    expect(freshened.keeping.code).toBe('freshened');
    expect(lookUp(freshened.cache, request(), 'private', now + 94_000).kind).toBe('use');
    expect(lookUp(freshened.cache, request(), 'private', now + 95_000).kind).toBe('validate');
  });

  it('not without asking, once something unsafe has gone well (RFC 9111 §4.4)', () => {
    const { cache } = kept(response(minute));
    const changed = keepResponse(cache, request({}, 'POST'), response({}, 204), 'private', times);
    expect(lookUp(changed.cache, request(), 'private', now)).toMatchObject({ kind: 'validate', why: 'invalidated' });
    const failed = keepResponse(cache, request({}, 'POST'), response({}, 403), 'private', times);
    expect(lookUp(failed.cache, request(), 'private', now).kind).toBe('use');
  });
});
