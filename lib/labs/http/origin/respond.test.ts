import zlib from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { basicValue } from '../credentials';
import { fieldValue } from '../message';
import { textOctets } from '../octets';
import { parseResponse } from '../parse-message';
import { longText } from './long-text';
import { respond } from './respond';
import { routes } from './routes';
import { account, createStore, mostRequests, type OriginStore } from './store';

const now = Date.UTC(2026, 10, 23, 12);
const base = '/api/labs/http/s/abc';

/** A server that remembers, asked in writing: method and path, fields, body. */
function server(where = '', seed = 7) {
  let store: OriginStore = createStore(seed, now);
  let at = now;
  return {
    pass: (ms: number) => {
      at += ms;
    },
    ask: (line: string, fields: Readonly<Record<string, string>> = {}, body = '') => {
      const [method = '', path = ''] = line.split(' ');
      const length = body === '' ? {} : { 'Content-Length': String(new TextEncoder().encode(body).length) };
      const own = Object.entries({ Host: 'a.example', ...length, ...fields }).map(
        ([name, value]) => `${name}: ${value}\r\n`,
      );
      const bytes = new TextEncoder().encode(
        `${method} ${path === '*' ? '*' : where + path} HTTP/1.1\r\n${own.join('')}\r\n${body}`,
      );
      const answered = respond(store, bytes, at, { base: where });
      if (answered.kind !== 'answered') throw new Error('waits');
      store = answered.store;
      const parsed = parseResponse(answered.response, method, { closed: true });
      expect([parsed.kind, parsed.faults]).toEqual(['complete', []]);
      const { status, body: content, fields: got } = parsed.message ?? answered.message;
      return {
        ...answered,
        status,
        text: new TextDecoder().decode(content),
        content,
        has: (name: string) => fieldValue(got, name),
      };
    },
  };
}

const status = (line: string, fields?: Readonly<Record<string, string>>, body?: string) =>
  server().ask(line, fields, body).status;

describe('the practice server', () => {
  it('describes every place it has, as text and as JSON', () => {
    const { text } = server(base).ask('GET /');
    for (const { name } of routes) expect(text).toContain(`${base}/${name}\n`);
    const { text: json } = server().ask('GET /', { Accept: 'application/json' });
    expect(JSON.parse(json)).toMatchObject({ account: account(7) });
  });

  it.each([
    ['GET /status/404', 404],
    ['GET /status/299', 299],
    ['GET /status/600', 404],
    ['DELETE /status/204', 204],
    ['GET /nowhere', 404],
    ['POST /cookies', 405],
    ['TRACE /', 405],
    ['BREW /', 501],
    ['OPTIONS *', 204],
    ['OPTIONS /notes/1', 204],
    ['HEAD /', 200],
    ['GET /redirect/30', 400],
  ])('answers %s by %i', (line, expected) => {
    expect(status(line)).toBe(expected);
  });

  it.each([
    ['GET / HTTP/1.1\r\n\r\n', 400],
    ['GET / HTTP/2.0\r\nHost: a\r\n\r\n', 505],
    [`GET /${'a'.repeat(9_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 414],
    [`GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(9_000)}\r\n\r\n`, 431],
    ['POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999\r\n\r\n', 413],
    ['POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: cow\r\n\r\n', 501],
    ['GET / HTTP/1.1\r\nHost: a\r\nExpect: miracles\r\n\r\n', 417],
  ])('refuses what cannot be read, and closes', (text, expected) => {
    const answered = respond(createStore(1, now), textOctets(text), now);
    expect(answered).toMatchObject({ kind: 'answered', message: { status: expected } });
    if (expected !== 417) expect(answered).toMatchObject({ keepsAlive: false });
  });

  it('lets a client that waits for it go on', () => {
    const head = 'PUT /notes/9 HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n';
    expect(respond(createStore(1, now), textOctets(head), now)).toEqual({ kind: 'waiting', continue: true });
    expect(respond(createStore(1, now), textOctets(head.slice(0, 30)), now)).toEqual({
      kind: 'waiting',
      continue: false,
    });
  });

  it.each([301, 302, 303, 307, 308])('redirects by %i, under its own address only', (code) => {
    const { ask } = server(base);
    const first = ask(`GET /redirect/2?status=${code}`);
    expect([first.status, first.has('location')]).toEqual([code, `${base}/redirect/1?status=${code}`]);
    expect(first.entry?.answer.fields).toContainEqual({ name: 'Location', value: `/redirect/1?status=${code}` });
    expect(ask(`GET /redirect/0?status=${code}`).text).toBe('Arrived with GET and 0 bytes of content.\n');
  });

  it('validates by ETag and by date, and notices a change', () => {
    const { ask, pass } = server();
    const etag = ask('GET /etag').has('etag') ?? '';
    expect(ask('GET /etag', { 'If-None-Match': `W/${etag}` }).status).toBe(304);
    expect(ask('PUT /etag', { 'If-Match': '"other"' }, 'x').status).toBe(412);
    pass(5_000);
    expect(ask('PUT /etag', { 'If-Match': etag }, 'x').status).toBe(204);
    expect(ask('GET /etag', { 'If-None-Match': etag }).status).toBe(200);
    const date = ask('GET /cache/heuristic').has('last-modified') ?? '';
    expect(ask('GET /cache/heuristic', { 'If-Modified-Since': date }).status).toBe(304);
  });

  it('sets cookies with the attributes asked for, behind its prefix only', () => {
    const plain = server().ask('GET /cookies/set?name=__Host-a&value=b&secure&http-only&same-site=strict&max-age=60');
    expect(plain.has('set-cookie')).toBe('__Host-a=b; Path=/; Max-Age=60; Secure; HttpOnly; SameSite=Strict');
    const behind = server(base).ask('GET /cookies/set?name=a&value=b&domain=evil.example');
    expect(behind.has('set-cookie')).toBe(`a=b; Path=${base}`);
    expect(server(base).ask('GET /cookies/set?name=__Host-a&value=b').status).toBe(400);
    expect(server().ask('GET /cookies', { Cookie: 'a=b; c=d=e' }).text).toContain('"d=e"');
    expect(server().ask('GET /cookies/visits', { Cookie: 'visits=4' }).text).toBe('Visit number 5.\n');
  });

  it('lets in who knows the password, and who has a token that is still good', () => {
    const { ask, pass } = server();
    const { user, password } = account(7);
    expect(ask('GET /basic-auth').has('www-authenticate')).toBe('Basic realm="practice", charset="UTF-8"');
    const credentials = { Authorization: basicValue(user, password) };
    expect(ask('GET /basic-auth', credentials).status).toBe(200);
    const { access_token: token } = JSON.parse(ask('POST /token', credentials).text);
    expect(ask('GET /bearer', { Authorization: `Bearer ${token}` }).status).toBe(200);
    expect(ask('GET /bearer', { Authorization: 'Bearer abc' }).has('www-authenticate')).toContain('invalid_token');
    pass(301_000);
    expect(ask('GET /bearer', { Authorization: `Bearer ${token}` }).has('www-authenticate')).toContain('expired');
  });

  it('compresses what others can open', () => {
    const { ask } = server();
    const gzipped = ask('GET /encoded', { 'Accept-Encoding': 'gzip, br;q=0.5' });
    expect(gzipped.has('content-encoding')).toBe('gzip');
    expect(gzipped.content.length).toBeLessThan(longText.length / 4);
    expect(zlib.gunzipSync(gzipped.content).toString()).toBe(longText);
    const brotli = ask('GET /br', { 'Accept-Encoding': 'br' });
    expect(zlib.brotliDecompressSync(brotli.content).toString()).toBe(longText);
    expect(gzipped.has('etag')).not.toBe(ask('GET /encoded').has('etag'));
    expect(ask('GET /gzip', { 'Accept-Encoding': 'identity;q=0' }).status).toBe(406);
  });

  it('gives ranges, one or several, as long as nothing changed', () => {
    const { ask } = server();
    const one = ask('GET /range', { Range: 'bytes=10-19' });
    expect([one.status, one.text, one.has('content-range')]).toEqual([206, 'line-0001\n', 'bytes 10-19/1000']);
    const two = ask('GET /range', { Range: 'bytes=0-3,-5' });
    expect(two.has('content-type')).toMatch(/^multipart\/byteranges; boundary=/);
    expect(two.text).toContain('Content-Range: bytes 995-999/1000\r\n\r\n0099\n');
    expect(ask('GET /range', { Range: 'bytes=1000-' }).has('content-range')).toBe('bytes */1000');
    expect(ask('GET /range', { Range: 'bytes=0-3', 'If-Range': '"other"' }).status).toBe(200);
    expect(ask('GET /range', { Range: 'lines=0-3' }).status).toBe(200);
    const tag = { 'If-Range': one.has('etag') ?? '' };
    expect(ask('GET /range', { Range: 'bytes=10-19', ...tag }).status).toBe(206);
    expect(ask('POST /range').status).toBe(204);
    const changed = ask('GET /range', { Range: 'bytes=10-19', ...tag });
    expect([changed.status, changed.text.length, changed.text.slice(10, 20)]).toEqual([200, 1000, 'v002-0001\n']);
  });

  it('negotiates by weight', () => {
    const { ask } = server();
    expect(ask('GET /negotiate', { Accept: 'text/*;q=0.5, application/json' }).has('content-type')).toBe(
      'application/json',
    );
    expect(ask('GET /negotiate', { Accept: 'image/png' }).status).toBe(406);
    expect(
      ask('GET /negotiate/language', { 'Accept-Language': 'fr, zh;q=0.9, en;q=0.8' }).has('content-language'),
    ).toBe('zh-CN');
    expect(ask('GET /cache/vary', { 'Accept-Language': 'de' }).has('vary')).toBe('Accept-Language');
  });

  it('keeps notes: 201, 204, 409, 412, 415, 422, 428', () => {
    const { ask } = server(base);
    const type = { 'Content-Type': 'application/json' };
    const made = ask('POST /notes', type, '{"title":"tea","text":"Green."}');
    expect([made.status, made.has('location')]).toEqual([201, `${base}/notes/2`]);
    expect(ask('POST /notes', type, '{"title":"tea"}').status).toBe(409);
    expect(ask('POST /notes', { 'Content-Type': 'text/html' }, '<b>').status).toBe(415);
    expect(ask('POST /notes', type, '{').status).toBe(400);
    expect(ask('POST /notes', type, '{"title":3}').status).toBe(422);
    expect(ask('POST /notes', type, `{"title":"x","text":"${'y'.repeat(5_000)}"}`).status).toBe(413);
    expect(
      ask('PUT /notes/2', { ...type, 'If-Match': made.has('etag') ?? '' }, '{"title":"tea","text":"Black."}').status,
    ).toBe(204);
    expect(ask('PUT /notes/2', { ...type, 'If-Match': made.has('etag') ?? '' }, '{"title":"tea"}').status).toBe(412);
    expect(ask('PUT /notes/2', { ...type, 'If-None-Match': '*' }, '{"title":"tea"}').status).toBe(412);
    expect(
      ask('PATCH /notes/2', { 'Content-Type': 'application/merge-patch+json' }, '{"text":"White."}').text,
    ).toContain('White.');
    expect(ask('PUT /notes/shared', type, '{"title":"shared"}').status).toBe(428);
    expect(ask('DELETE /notes/2').status).toBe(204);
    expect(ask('GET /notes/2').status).toBe(404);
  });

  it('sends chunks, and a trailer to who understands it; to HTTP/1.0 it closes', () => {
    const answered = server().ask('GET /chunked?pieces=3', { TE: 'trailers' });
    expect([answered.text.split('\n').length, answered.entry?.answer.framing]).toEqual([4, 'chunked']);
    expect(answered.message.trailers).toEqual([{ name: 'X-Pieces', value: '3' }]);
    const old = respond(createStore(1, now), textOctets('GET /chunked HTTP/1.0\r\n\r\n'), now);
    expect(old).toMatchObject({ keepsAlive: false, entry: { answer: { framing: 'until-close' } } });
  });

  it('is held back where it is asked to be', () => {
    expect(server().ask('GET /delay/1500').delay).toBe(1_500);
    expect(status('GET /delay/99999')).toBe(400);
  });

  it('answers a limited number of requests', () => {
    const { ask } = server();
    for (let count = 0; count < mostRequests; count += 1) expect(ask('GET /status/200').status).toBe(200);
    expect(ask('GET /status/200')).toMatchObject({ status: 429, entry: null });
  });

  it('logs the same exchange alike wherever it stands', () => {
    const line = 'GET /redirect/2?status=307';
    expect(
      server(base)
        .ask(line)
        .entry?.answer.fields.find(({ name }) => name === 'Location'),
    ).toEqual(
      server()
        .ask(line)
        .entry?.answer.fields.find(({ name }) => name === 'Location'),
    );
    expect(server(base).ask(line).entry?.target).toBe('/redirect/2?status=307');
  });

  it('never answers with anything a browser would run, and never points elsewhere, whatever it is asked', () => {
    const paths = routes.map(({ name }) => `/${name.replace('{code}', '302').replace(/\{[a-z]+\}/, '1')}`);
    const nasty = fc.constantFrom(
      '<script>alert(1)</script>',
      '//evil.example/',
      'http://evil.example/',
      '\r\nSet-Cookie: a=b',
      '%0d%0aX:%20y',
      '"',
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        nasty,
        fc.constantFrom('GET', 'POST', 'PUT', 'HEAD', 'DELETE'),
        (path, bad, method) => {
          const bytes = new TextEncoder().encode(
            `${method} ${path}?name=${bad}&value=${bad}&path=${bad}&to=${bad} HTTP/1.1\r\nHost: a\r\nContent-Type: text/html\r\nCookie: ${bad}\r\n\r\n`,
          );
          const answered = respond(createStore(3, now), bytes, now, { base });
          if (answered.kind !== 'answered') return;
          const { fields } = answered.message;
          expect(fieldValue(fields, 'content-type') ?? 'text/plain').not.toMatch(/html|xml|svg|javascript/);
          expect(fieldValue(fields, 'x-content-type-options')).toBe('nosniff');
          expect(fieldValue(fields, 'content-security-policy')).toContain('sandbox');
          expect(fieldValue(fields, 'location') ?? base).toMatch(new RegExp(`^${base}`));
          for (const { value } of fields) expect(value).not.toMatch(/[\r\n]/);
        },
      ),
    );
  });
});
