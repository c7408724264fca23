import type { ExchangeMatch } from '@/lib/labs/http/goal';

/**
 * What curl is told and what has to come of it. `U` is the address of a practice of its own. `says`: patterns that the output with its heads
 * (`curl -i`) matches. `logged`: what the server's log holds afterwards, which is also what a task would ask for.
 */
export type CurlExchange = {
  readonly name: string;
  /** Each run of curl, one after the other. */
  readonly runs: readonly (readonly string[])[];
  readonly says: readonly RegExp[];
  readonly logged: readonly ExchangeMatch[];
};

const get = (
  name: string,
  path: string,
  says: readonly RegExp[],
  status: number,
  more: readonly string[] = [],
): CurlExchange => ({
  name,
  runs: [[...more, `U${path}`]],
  says: [new RegExp(`^HTTP/1\\.1 ${status} `, 'm'), ...says],
  logged: [{ target: path === '' ? '/' : path, status }],
});

const json = ['-H', 'Content-Type: application/json'];

export const curlExchanges: readonly CurlExchange[] = [
  get('the index', '/', [/A server to practise HTTP on/, /^Vary: Accept\r$/m], 200),
  get('the index without a slash', '', [/Account: learner with open-\d{4}/], 200),
  get('the index as JSON', '/', [/Content-Type: application\/json/, /"places"/], 200, [
    '-H',
    'Accept: application/json',
  ]),
  get('nothing at this address', '/nothing', [/There is nothing here/], 404),
  get('a status by its number', '/status/418', [/418/], 418),
  get('no content', '/status/204', [/^(?![\s\S]*Content-Length)/], 204),
  get('nothing new', '/status/304', [], 304),
  get('too early', '/status/503', [/^Retry-After: 30\r$/m], 503),
  get('no such status', '/status/999', [], 404),
  get('a redirect', '/redirect/1', [/^Location: U\/redirect\/0\?status=302\r$/m], 302),
  {
    name: 'a chain of redirects, followed',
    runs: [['-L', 'U/redirect/3?status=301']],
    says: [/(HTTP\/1\.1 301[\s\S]*){3}HTTP\/1\.1 200/, /Arrived with GET and 0 bytes/],
    logged: [
      { target: '/redirect/3?status=301', status: 301 },
      { target: '/redirect/0?status=301', status: 200 },
    ],
  },
  {
    name: 'POST becomes GET after 303',
    runs: [['-L', '-d', 'abc', 'U/redirect/1?status=303']],
    says: [/Arrived with GET and 0 bytes/],
    logged: [
      { method: 'POST', status: 303 },
      { method: 'GET', status: 200 },
    ],
  },
  {
    name: 'POST stays POST after 307',
    runs: [['-L', '-d', 'abc', 'U/redirect/1?status=307']],
    says: [/Arrived with POST and 3 bytes/],
    logged: [
      { method: 'POST', status: 307 },
      { method: 'POST', status: 200, body: 'abc' },
    ],
  },
  {
    name: 'a loop that curl gives up on',
    runs: [['-L', '--max-redirs', '4', 'U/loop/a']],
    says: [/(HTTP\/1\.1 302[\s\S]*){5}/],
    logged: [
      { path: '/loop/a', status: 302 },
      { path: '/loop/b', status: 302 },
    ],
  },
  get('an entity tag', '/etag', [/^ETag: "[0-9a-f]{8}"\r$/m, /Version 1/], 200),
  {
    name: 'a tag that is still right',
    runs: [
      ['--etag-save', 'TAG', 'U/etag'],
      ['--etag-compare', 'TAG', 'U/etag'],
    ],
    says: [/HTTP\/1\.1 200[\s\S]*HTTP\/1\.1 304 Not Modified/],
    logged: [
      { path: '/etag', status: 200 },
      { path: '/etag', status: 304, request: [{ name: 'If-None-Match' }] },
    ],
  },
  {
    name: 'a tag that is no longer right',
    runs: [
      ['--etag-save', 'TAG', 'U/etag'],
      ['-X', 'PUT', 'U/etag'],
      ['--etag-compare', 'TAG', 'U/etag'],
    ],
    says: [/HTTP\/1\.1 204[\s\S]*Version 2/],
    logged: [
      { method: 'PUT', status: 204 },
      { path: '/etag', status: 200, answerBody: 'Version 2' },
    ],
  },
  {
    name: 'a write under a tag that was never there',
    runs: [['-X', 'PUT', '-H', 'If-Match: "other"', 'U/etag']],
    says: [/^HTTP\/1\.1 412 Precondition Failed\r$/m, /If-Match does not hold/],
    logged: [{ method: 'PUT', path: '/etag', status: 412 }],
  },
  get('a lifetime', '/cache/60', [/^Cache-Control: max-age=60\r$/m], 200),
  get('what may not be kept', '/cache/no-store', [/^Cache-Control: no-store\r$/m], 200),
  {
    name: 'not changed since a date',
    runs: [['-z', 'Fri, 01 Jan 2100 00:00:00 GMT', 'U/cache/heuristic']],
    says: [/^HTTP\/1\.1 (200|304)/m],
    logged: [{ path: '/cache/heuristic' }],
  },
  get('one of three languages', '/cache/vary', [/^Content-Language: zh\r$/m, /你好/], 200, [
    '-H',
    'Accept-Language: zh, en;q=0.5',
  ]),
  get('a cookie is set', '/cookies/set?name=a&value=b', [/^Set-Cookie: a=b; Path=U\r$/m], 200),
  {
    name: 'a cookie comes back from the jar',
    runs: [
      ['-c', 'JAR', 'U/cookies/set?name=colour&value=blue'],
      ['-b', 'JAR', 'U/cookies'],
    ],
    says: [/"colour"[\s\S]*"blue"/],
    logged: [{ path: '/cookies', request: [{ name: 'Cookie', includes: 'colour=blue' }] }],
  },
  {
    name: 'visits are counted by a cookie',
    runs: [
      ['-c', 'JAR', '-b', 'JAR', 'U/cookies/visits'],
      ['-c', 'JAR', '-b', 'JAR', 'U/cookies/visits'],
    ],
    says: [/Visit number 1[\s\S]*Visit number 2/],
    logged: [{ path: '/cookies/visits', answerBody: 'Visit number 2' }],
  },
  get('a cookie of the site is neither read nor told', '/cookies', [/^(?![\s\S]*stolen)/, /mine/], 200, [
    '-b',
    'handrail.session=stolen; mine=1',
  ]),
  get('who are you?', '/basic-auth', [/^WWW-Authenticate: Basic realm="practice", charset="UTF-8"\r$/m], 401),
  get('name and password', '/basic-auth', [/Welcome, learner/], 200, ['-u', 'ACCOUNT']),
  get('a wrong password', '/basic-auth', [/WWW-Authenticate: Basic/], 401, ['-u', 'learner:wrong']),
  {
    name: 'a token, and what it opens',
    runs: [
      ['-X', 'POST', '-u', 'ACCOUNT', 'U/token'],
      ['-H', 'Authorization: Bearer TOKEN', 'U/bearer'],
    ],
    says: [/"token_type": "Bearer"/, /The token is good/],
    logged: [
      { path: '/token', status: 200 },
      { path: '/bearer', status: 200 },
    ],
  },
  get('a token from elsewhere', '/bearer', [/error="invalid_token"/], 401, ['-H', 'Authorization: Bearer zzz']),
  get('after a while', '/delay/60', [/Answered after 60 ms/], 200),
  get('content in chunks', '/chunked?pieces=3', [/^Transfer-Encoding: chunked\r$/m, /Piece 3 of 3/], 200),
  get('with a trailer', '/chunked?pieces=2', [/^Trailer: X-Pieces\r$/m, /^X-Pieces: 2\r$/m], 200, [
    '-H',
    'TE: trailers',
  ]),
  get('compressed with gzip', '/gzip', [/^Content-Encoding: gzip\r$/m], 200, ['--compressed']),
  get('compressed with brotli', '/br', [/^Content-Encoding: br\r$/m], 200, [
    '-H',
    'Accept-Encoding: br',
    '-o',
    'FILE',
    '-D',
    '-',
  ]),
  get('not compressed', '/gzip', [/^(?![\s\S]*Content-Encoding)/], 200),
  get('the first ten bytes', '/range', [/^Content-Range: bytes 0-9\/1000\r$/m, /\r\n\r\nline-0000\n$/], 206, [
    '-r',
    '0-9',
  ]),
  get('the last ten bytes', '/range', [/^Content-Range: bytes 990-999\/1000\r$/m], 206, ['-r', '-10']),
  get('two ranges', '/range', [/multipart\/byteranges; boundary=/], 206, ['-r', '0-9,20-29']),
  get('bytes that are not there', '/range', [/^Content-Range: bytes \*\/1000\r$/m], 416, ['-r', '5000-']),
  get('as JSON', '/negotiate', [/"umbrellas": 3/], 200, ['-H', 'Accept: application/json, text/*;q=0.5']),
  get('in no form there is', '/negotiate', [/There is text\/plain/], 406, ['-H', 'Accept: image/png']),
  {
    name: 'a head without content',
    runs: [['-I', 'U/range']],
    says: [/^Content-Length: 1000\r$/m, /\r\n\r\n$/],
    logged: [{ method: 'HEAD', path: '/range', status: 200 }],
  },
  {
    name: 'what is allowed',
    runs: [['-X', 'OPTIONS', 'U/etag']],
    says: [/^HTTP\/1\.1 204/m, /^Allow: GET, HEAD, PUT, POST, OPTIONS\r$/m],
    logged: [{ method: 'OPTIONS', status: 204 }],
  },
  {
    name: 'a method that is not allowed',
    runs: [['-X', 'DELETE', 'U/etag']],
    says: [/^HTTP\/1\.1 405 Method Not Allowed\r$/m, /^Allow: GET/m],
    logged: [{ method: 'DELETE', status: 405 }],
  },
  {
    name: 'TRACE is refused',
    runs: [['-X', 'TRACE', 'U/echo']],
    says: [/^HTTP\/1\.1 405/m],
    logged: [{ method: 'TRACE', status: 405 }],
  },
  {
    name: 'a method nobody knows',
    runs: [['-X', 'BREW', 'U/']],
    says: [/^HTTP\/1\.1 501/m],
    logged: [{ method: 'BREW', status: 501 }],
  },
  {
    name: 'a note is made, changed and deleted',
    runs: [
      [...json, '-d', '{"title":"tea"}', 'U/notes'],
      ['-X', 'PATCH', '-H', 'Content-Type: application/merge-patch+json', '-d', '{"text":"Buy."}', 'U/notes/2'],
      ['-X', 'DELETE', 'U/notes/2'],
      ['U/notes/2'],
    ],
    says: [/^HTTP\/1\.1 201 Created\r$/m, /^Location: U\/notes\/2\r$/m, /"Buy\."/, /HTTP\/1\.1 404/],
    logged: [
      { method: 'POST', status: 201 },
      { method: 'PATCH', status: 200 },
      { method: 'DELETE', status: 204 },
    ],
  },
  {
    name: 'a title that is taken',
    runs: [[...json, '-d', '{"title":"umbrella"}', 'U/notes']],
    says: [/^HTTP\/1\.1 409 Conflict\r$/m],
    logged: [{ path: '/notes', status: 409 }],
  },
  {
    name: 'content of another kind',
    runs: [['-d', 'title=tea', 'U/notes']],
    says: [/^HTTP\/1\.1 415/m, /^Accept: application\/json\r$/m],
    logged: [{ path: '/notes', status: 415 }],
  },
  {
    name: 'a shared note wants a condition',
    runs: [['-X', 'PUT', ...json, '-d', '{"title":"x"}', 'U/notes/shared']],
    says: [/^HTTP\/1\.1 428 Precondition Required\r$/m],
    logged: [{ path: '/notes/shared', status: 428 }],
  },
  {
    name: 'content in chunks, sent',
    runs: [['-H', 'Transfer-Encoding: chunked', '-H', 'Content-Type: text/plain', '-d', 'hello', 'U/echo']],
    says: [/Transfer-Encoding: chunked\r\n[\s\S]*hello$/],
    logged: [{ path: '/echo', framing: 'chunked', body: 'hello', status: 200 }],
  },
  {
    name: 'asks before it sends its content',
    runs: [['-H', 'Expect: 100-continue', '-d', 'hello', 'U/echo']],
    says: [/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200/],
    logged: [{ path: '/echo', body: 'hello', status: 200 }],
  },
  {
    name: 'HTTP/1.0 gets its answer and the end of the connection',
    runs: [['-0', 'U/chunked?pieces=2']],
    says: [/^Connection: close\r$/m, /Piece 2 of 2/],
    logged: [{ version: 'HTTP/1.0', status: 200 }],
  },
  {
    name: 'several requests over one connection',
    runs: [['U/etag', 'U/range', 'U/notes']],
    says: [/(HTTP\/1\.1 200[\s\S]*){3}/],
    logged: [{ path: '/etag' }, { path: '/range' }, { path: '/notes' }],
  },
  get('two lengths that differ', '/echo', [/length-/], 400, ['-H', 'Content-Length: 3', '-H', 'Content-Length: 4']),
  {
    name: 'another host in the request line asks nobody else',
    runs: [['--request-target', 'http://example.org/api/labs/http/s/ID/etag', 'U/etag']],
    says: [/^HTTP\/1\.1 200/m, /Version 1/],
    logged: [{ path: '/etag', status: 200 }],
  },
];
