import type { IncomingMessage, ServerResponse } from 'node:http';
import { encodingFor, localeFor } from '@/lib/server/accept';
import { saysOverload } from '@/lib/server/overload';
import type { PageStore, StoredPage } from '@/lib/server/page-store';
import { isLocale, type Locale } from '@/lib/words/locale';
import { serverWords } from '@/lib/words/server';

/** Error pages are kept under a name that is no address: asked for by address, they are not found like anything else. */
export function errorPageKey(status: 404 | 500, locale: Locale): string {
  return `${status} ${locale}`;
}

/** The page that says "not here" (404) or "our fault" (500) in the language of the address, or else of the reader. */
export function errorPage(
  store: PageStore,
  status: number,
  path: string,
  request: IncomingMessage,
): StoredPage | undefined {
  const first = path.split('/')[1] ?? '';
  const locale = isLocale(first) ? first : localeFor(request.headers.cookie, request.headers['accept-language']);
  return store.find(errorPageKey(status >= 500 ? 500 : 404, locale));
}

/**
 * Lets Next answer, except that an error page of its (empty until scripts run, and in no language) is replaced by ours.
 * What Next is about to send decides, so a page that calls `notFound()` needs to know nothing of this.
 */
export function replaceErrorPages(
  store: PageStore,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  own: readonly string[],
): void {
  const writeHead = response.writeHead.bind(response);
  const write = response.write.bind(response);
  const end = response.end.bind(response);
  const flushHeaders = response.flushHeaders.bind(response);
  let state: 'open' | 'theirs' | 'ours' = 'open';

  const decide = (status: number): 'theirs' | 'ours' => {
    if (state !== 'open') return state;
    const type = String(response.getHeader('content-type') ?? '');
    // A call that broke inside Next has neither a body nor a type.
    if (status >= 500 && type === '' && path.startsWith('/api/')) return failed();
    const isHtml = type.startsWith('text/html') && !saysOverload(response);
    const page = isHtml && (status === 404 || status >= 500) ? errorPage(store, status, path, request) : undefined;
    state = page ? 'ours' : 'theirs';
    if (page) void sendOurs(status, page);
    return state;
  };
  const failed = (): 'ours' => {
    state = 'ours';
    const body = JSON.stringify({ error: { code: 'failed', message: serverWords.en.refusals.failed } });
    writeHead(500, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': Buffer.byteLength(body) });
    end(body);
    return state;
  };
  const sendOurs = async (status: number, page: StoredPage): Promise<void> => {
    const variant = page.variants[encodingFor(request.headers['accept-encoding'])];
    const body = await store.body(variant.file);
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    writeHead(status, [...variant.headers, 'Content-Length', String(body.length), ...own]);
    end(request.method === 'HEAD' ? undefined : body);
  };

  // Node itself writes the head on the first write, by calling `writeHead`: the decision has to come before that.
  Object.assign(response, {
    writeHead: (status: number, ...rest: [never]) =>
      decide(status) === 'ours' ? response : writeHead(status, ...rest),
    write: (...given: [never]) => (decide(response.statusCode) === 'ours' ? true : write(...given)),
    end: (...given: [never]) => (decide(response.statusCode) === 'ours' ? response : end(...given)),
    flushHeaders: () => {
      if (decide(response.statusCode) === 'theirs') flushHeaders();
    },
  });
}
