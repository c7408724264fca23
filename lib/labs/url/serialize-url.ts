import { isSpecial, type UrlHost, type UrlRecord } from './url-record';

/** https://url.spec.whatwg.org/#concept-host-serializer */
export function hostText(host: UrlHost | null): string {
  switch (host?.kind) {
    case 'domain':
    case 'opaque':
      return host.name;
    case 'ipv4':
      return [24, 16, 8, 0].map((shift) => (host.value >>> shift) & 0xff).join('.');
    case 'ipv6':
      return `[${ipv6Text(host.pieces)}]`;
    default:
      return '';
  }
}

/** RFC 5952: the first longest run of two zeros or more is left out. */
function ipv6Text(pieces: readonly number[]): string {
  const gap = longestGap(pieces);
  let text = '';
  for (let place = 0; place < pieces.length; place += 1) {
    if (gap && place === gap.from) {
      text += place === 0 ? '::' : ':';
      place = gap.to - 1;
      continue;
    }
    text += (pieces[place] ?? 0).toString(16);
    if (place !== pieces.length - 1) text += ':';
  }
  return text;
}

function longestGap(pieces: readonly number[]): { from: number; to: number } | null {
  let best: { from: number; to: number } | null = null;
  for (let from = 0; from < pieces.length; from += 1) {
    let to = from;
    while (pieces[to] === 0) to += 1;
    if (to - from > 1 && (!best || to - from > best.to - best.from)) best = { from, to };
    from = Math.max(from, to - 1);
  }
  return best;
}

/** https://url.spec.whatwg.org/#url-path-serializer */
export function pathText(url: UrlRecord): string {
  return typeof url.path === 'string' ? url.path : url.path.map((segment) => `/${segment}`).join('');
}

/** https://url.spec.whatwg.org/#concept-url-serializer */
export function serializeUrl(url: UrlRecord, how: 'whole' | 'without-fragment' = 'whole'): string {
  const { scheme, username, password, host, port, path, query, fragment } = url;
  let text = `${scheme}:`;
  if (host !== null) {
    text += '//';
    if (username !== '' || password !== '') text += `${username}${password === '' ? '' : `:${password}`}@`;
    text += hostText(host);
    if (port !== null) text += `:${port}`;
  } else if (typeof path !== 'string' && path.length > 1 && path[0] === '') text += '/.';
  text += pathText(url);
  if (query !== null) text += `?${query}`;
  if (how === 'whole' && fragment !== null) text += `#${fragment}`;
  return text;
}

/** Scheme, host and port: what a browser keeps apart from each other. `null` for what has no such thing. */
export function originText(url: UrlRecord): string {
  if (!isSpecial(url.scheme) || url.scheme === 'file') return 'null';
  return `${url.scheme}://${hostText(url.host)}${url.port === null ? '' : `:${url.port}`}`;
}

/** What an HTTP request asks this server for: path and query (RFC 9112 §3.2.1, origin-form). */
export function requestTarget(url: UrlRecord): string {
  return `${pathText(url) || '/'}${url.query === null ? '' : `?${url.query}`}`;
}
