import { type HttpAction, httpActionSchema } from './action';
import { basicValue } from './credentials';
import { account } from './origin/store';
import { type HttpSetup, httpSetupSchema } from './setup';

/** A run to begin with, by seed 1: what it shows is told by its name in `lib/words`. */
export type HttpPreset = { id: HttpPresetId; setup: HttpSetup; actions: readonly HttpAction[] };

export const httpPresetIds = [
  'first-get',
  'five-messages',
  'chunked',
  'pipelined',
  'cache-fresh',
  'cache-validated',
  'cache-vary',
  'cache-heuristic',
  'cache-invalidated',
  'cookies',
  'same-site',
  'redirects',
  'redirect-post',
  'ranges',
  'negotiation',
  'compression',
  'basic',
  'bearer',
  'lost-update',
  'notes',
  'smuggling-cl-te',
  'smuggling-te-cl',
  'smuggling-te-te',
  'smuggling-refused',
] as const;
export type HttpPresetId = (typeof httpPresetIds)[number];

/** An action before its defaults are filled in. */
type Written = { readonly kind: HttpAction['kind'] } & Readonly<Record<string, unknown>>;
type WrittenPreset = { readonly setup?: object; readonly actions: readonly Written[] };

export const presetSeed = 1;

const lines = (...text: readonly string[]) => `${text.join('\r\n')}\r\n\r\n`;
const host = 'Host: practice.example';
const get = (url: string, more: object = {}): Written => ({ kind: 'request', url, ...more });
const wait = (ms: number): Written => ({ kind: 'wait', ms });
const field = (name: string, value: string) => ({ fields: [{ name, value }] });
const send = (text: string): Written => ({ kind: 'send', text });

/** Five requests in which something is wrong, the last one excepted: it looks odd and is right. */
export const fiveMessages = [
  lines('GET /notes HTTP/1.1', 'Accept: text/plain'),
  lines('GET /notes HTTP/1.1', host, 'Accept : text/plain'),
  `${lines('POST /notes HTTP/1.1', host, 'Content-Type: application/json', 'Content-Length: 9')}{"title":"tea"}`.slice(
    0,
    -8,
  ),
  `${lines('POST /notes HTTP/1.1', host, 'Content-Length: 4', 'Transfer-Encoding: chunked')}0\r\n\r\n`,
  lines('OPTIONS * HTTP/1.1', 'hOsT:practice.example', 'X-Empty:'),
];

const chunkedResponse = `${lines('HTTP/1.1 200 OK', 'Content-Type: text/plain', 'Transfer-Encoding: chunked', 'Trailer: X-Drops')}7\r\nIt has \r\n11;note="seventeen"\r\nbeen raining for \r\n5\r\ndays.\r\n0\r\nX-Drops: many\r\n\r\n`;

/** What a front end that counts by Content-Length takes for one request. */
const clTe = (hidden: string) => {
  const body = `0\r\n\r\n${hidden}`;
  return `${lines('POST /echo HTTP/1.1', host, `Content-Length: ${body.length}`, 'Transfer-Encoding: chunked')}${body}`;
};
/** The same for one that goes by chunks, before a back end that counts. */
const teCl = (hidden: string, coding = 'Transfer-Encoding: chunked') => {
  const size = hidden.length.toString(16);
  return `${lines('POST /echo HTTP/1.1', host, `Content-Length: ${size.length + 2}`, coding)}${size}\r\n${hidden}\r\n0\r\n\r\n`;
};
const hiddenPost = lines('POST /echo HTTP/1.1', host, 'Content-Length: 71');

const { user, password } = account(presetSeed);

const written: Readonly<Record<HttpPresetId, WrittenPreset>> = {
  'first-get': {
    setup: { draft: lines('GET / HTTP/1.1', host) },
    actions: [send('GET / HTTP/1.1\r\n'), send(`${host}\r\n`), send('\r\n')],
  },
  'five-messages': {
    setup: { specimens: fiveMessages.map((text) => ({ text })) },
    actions: [
      { kind: 'name-fault', specimen: 0, fault: 'host-missing' },
      { kind: 'name-fault', specimen: 1, fault: 'space-before-colon' },
      { kind: 'name-fault', specimen: 2, fault: 'cut-short' },
      { kind: 'name-fault', specimen: 3, fault: 'length-and-coding' },
      { kind: 'name-fault', specimen: 4, fault: 'none' },
    ],
  },
  chunked: {
    setup: { specimens: [{ kind: 'response', text: chunkedResponse }] },
    actions: [
      { kind: 'decode', specimen: 0, text: 'It has been raining for days.' },
      send(lines('GET /chunked?pieces=3 HTTP/1.1', host, 'TE: trailers', 'Connection: TE')),
    ],
  },
  pipelined: {
    actions: [send(lines('GET /status/200 HTTP/1.1', host) + lines('GET /status/404 HTTP/1.1', host))],
  },
  'cache-fresh': { actions: [get('/cache/60'), wait(30_000), get('/cache/60'), wait(40_000), get('/cache/60')] },
  'cache-validated': {
    actions: [get('/etag'), get('/etag'), { kind: 'change', path: '/etag' }, get('/etag')],
  },
  'cache-vary': {
    actions: [
      get('/cache/vary', field('Accept-Language', 'en')),
      get('/cache/vary', field('Accept-Language', 'zh')),
      get('/cache/vary', field('Accept-Language', 'en')),
    ],
  },
  'cache-heuristic': {
    actions: [
      get('/cache/heuristic'),
      wait(3_600_000),
      get('/cache/heuristic'),
      wait(86_400_000),
      get('/cache/heuristic'),
    ],
  },
  'cache-invalidated': {
    actions: [
      get('/cache/600'),
      get('/cache/600'),
      get('/cache/600', { method: 'POST', body: 'new' }),
      get('/cache/600'),
    ],
  },
  cookies: {
    actions: [
      get('/cookies/visits'),
      get('/cookies/visits'),
      get('/cookies/set?name=cart&value=3&max-age=60&http-only'),
      get('/cookies'),
      wait(61_000),
      get('/cookies'),
    ],
  },
  'same-site': {
    actions: [
      get('/cookies/set?name=strict&value=1&same-site=strict'),
      get('/cookies/set?name=lax&value=2&same-site=lax'),
      get('/cookies/set?name=none&value=3&same-site=none&secure'),
      get('/cookies', { from: 'https://other.test/' }),
      get('/cookies', { from: 'https://other.test/', as: 'load' }),
    ],
  },
  redirects: {
    setup: { client: { follows: false } },
    actions: [
      get('/redirect/2?status=301'),
      { kind: 'follow' },
      { kind: 'follow' },
      { kind: 'toggle', what: 'follows', on: true },
      get('/loop/a'),
    ],
  },
  'redirect-post': {
    actions: [303, 307].map((status) => get(`/redirect/1?status=${status}`, { method: 'POST', body: 'umbrellas=3' })),
  },
  ranges: {
    actions: [
      get('/range', field('Range', 'bytes=0-9')),
      get('/range', field('Range', 'bytes=0-9, -10')),
      get('/range', field('Range', 'bytes=1000-')),
    ],
  },
  negotiation: {
    actions: [
      get('/negotiate', field('Accept', 'text/csv, application/json;q=0.8')),
      get('/negotiate', field('Accept', 'image/png')),
      get('/negotiate/language', field('Accept-Language', 'fr, zh;q=0.9, en;q=0.8')),
    ],
  },
  compression: {
    actions: [get('/gzip'), get('/gzip', field('Accept-Encoding', 'gzip')), get('/br', field('Accept-Encoding', 'br'))],
  },
  basic: { actions: [get('/basic-auth'), { kind: 'log-in', user, password }, get('/basic-auth')] },
  bearer: {
    actions: [
      get('/bearer'),
      get('/token', { method: 'POST', ...field('Authorization', basicValue(user, password)) }),
      { kind: 'use-token', token: 'not-from-here' },
      get('/bearer'),
    ],
  },
  'lost-update': {
    actions: [
      get('/notes/1'),
      { kind: 'change', path: '/notes/1' },
      get('/notes/1', {
        method: 'PUT',
        fields: [
          { name: 'Content-Type', value: 'application/json' },
          { name: 'If-Match', value: '"seen-before"' },
        ],
        body: '{"title":"umbrella","text":"Take two."}',
      }),
    ],
  },
  notes: {
    actions: [
      get('/notes', {
        method: 'POST',
        ...field('Content-Type', 'application/json'),
        body: '{"title":"tea","text":"Green."}',
      }),
      get('/notes/2'),
      get('/notes/2', { method: 'DELETE' }),
      get('/notes/2'),
      get('/cookies', { method: 'DELETE' }),
    ],
  },
  'smuggling-cl-te': {
    setup: { relay: { pair: 'cl-te', forbids: ['/notes'] } },
    actions: [send(clTe(`GET /notes HTTP/1.1\r\n${host}\r\nX-Ignore: `)), { kind: 'victim' }],
  },
  'smuggling-te-cl': {
    setup: { relay: { pair: 'te-cl' } },
    actions: [send(teCl(hiddenPost)), { kind: 'victim' }],
  },
  'smuggling-te-te': {
    setup: { relay: { pair: 'te-te' } },
    actions: [send(teCl(hiddenPost, 'Transfer-Encoding: xchunked')), { kind: 'victim' }],
  },
  'smuggling-refused': {
    setup: { relay: { pair: 'alike', forbids: ['/notes'] } },
    actions: [send(clTe(`GET /notes HTTP/1.1\r\n${host}\r\nX-Ignore: `)), { kind: 'victim' }],
  },
};

export function httpPreset(id: HttpPresetId): HttpPreset {
  const { setup = {}, actions } = written[id];
  return {
    id,
    setup: httpSetupSchema.parse(setup),
    actions: actions.map((action) => httpActionSchema.parse(action)),
  };
}
