import { type HttpAction, httpActionSchema } from '@/lib/labs/http/action';
import { httpSetupSchema } from '@/lib/labs/http/setup';
import type { Run } from '@/lib/labs/run';
import { httpView as en } from '@/lib/words/en/http-view';
import { httpView as zh } from '@/lib/words/zh/http-view';

type HttpRun = Extract<Run, { lab: 'http' }>;
type PresetId = keyof typeof en.presets;

const host = 'Host: practice.example\r\n';
const send = (text: string): HttpAction => ({ kind: 'send', text });
const visit = (url: string, more: object = {}): HttpAction => httpActionSchema.parse({ kind: 'request', url, ...more });

const smuggled = `GET /etag HTTP/1.1\r\n${host}X: `;
const outer = `0\r\n\r\n${smuggled}`;

/** What the lab may begin with. Each is a run that can be walked through and left at any step. */
const actions: Record<PresetId, readonly HttpAction[]> = {
  first: [send(`GET /etag HTTP/1.1\r\n${host}\r\n`), send(`HEAD /range HTTP/1.1\r\n${host}\r\n`)],
  cache: [
    visit('/cache/60'),
    visit('/cache/60'),
    { kind: 'wait', ms: 61_000 },
    visit('/cache/60'),
    { kind: 'change', path: '/cache/60' },
    { kind: 'wait', ms: 61_000 },
    visit('/cache/60'),
  ],
  cookies: [
    visit('/cookies/set?name=colour&value=blue&max-age=3600'),
    visit('/cookies/set?name=basket&value=3'),
    visit('/cookies'),
    { kind: 'clear', what: 'session' },
    visit('/cookies'),
    { kind: 'wait', ms: 3_600_000 },
    visit('/cookies'),
  ],
  redirects: [
    { kind: 'toggle', what: 'follows', on: false },
    visit('/redirect/2?status=303', { method: 'POST', body: 'x' }),
    { kind: 'follow' },
    { kind: 'follow' },
  ],
  ranges: [
    send(`GET /range HTTP/1.1\r\n${host}Range: bytes=0-9\r\n\r\n`),
    send(`GET /range HTTP/1.1\r\n${host}Range: bytes=0-9, 990-\r\n\r\n`),
    send(`GET /range HTTP/1.1\r\n${host}Range: bytes=2000-\r\n\r\n`),
  ],
  chunked: [
    send(`GET /chunked?pieces=3 HTTP/1.1\r\n${host}TE: trailers\r\n\r\n`),
    send(`POST /echo HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\n5\r\nHello\r\n7\r\n, world\r\n0\r\n\r\n`),
  ],
  fault: [
    send(`GET /etag HTTP/1.1\r\n${host}Accept : text/plain\r\n\r\n`),
    send(`GET /etag HTTP/1.1\r\nAccept: text/plain\r\n\r\n`),
  ],
  smuggling: [
    send(`POST /echo HTTP/1.1\r\n${host}Content-Length: ${outer.length}\r\nTransfer-Encoding: chunked\r\n\r\n${outer}`),
    { kind: 'victim' },
  ],
};

function preset(id: PresetId): HttpRun {
  const setup = httpSetupSchema.parse(id === 'smuggling' ? { relay: { pair: 'cl-te' } } : {});
  const title = { en: en.presets[id], zh: zh.presets[id] };
  return { id, lab: 'http', title, setup, seed: 1, given: [], actions: [...actions[id]] };
}

/** Where free play may begin. The first is what the page shows when its address says nothing. */
export const httpPresets: readonly [HttpRun, ...HttpRun[]] = [
  preset('first'),
  preset('cache'),
  preset('cookies'),
  preset('redirects'),
  preset('ranges'),
  preset('chunked'),
  preset('fault'),
  preset('smuggling'),
];
