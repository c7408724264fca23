import { inherit, note, type Outcome, type Parser, remaining, special } from './parser';
import { defaultPort, isSpecial } from './url-record';

/** https://url.spec.whatwg.org/#scheme-start-state */
export function schemeStart(parser: Parser, c: string): Outcome {
  if (/^[a-zA-Z]$/.test(c)) {
    parser.buffer += c.toLowerCase();
    parser.state = 'scheme';
    return;
  }
  parser.state = 'no scheme';
  parser.pointer -= 1;
  return;
}

/** https://url.spec.whatwg.org/#scheme-state */
export function scheme(parser: Parser, c: string): Outcome {
  if (/^[a-zA-Z0-9+\-.]$/.test(c)) {
    parser.buffer += c.toLowerCase();
    return;
  }
  if (c !== ':') {
    parser.buffer = '';
    parser.state = 'no scheme';
    parser.pointer = -1;
    return;
  }
  const { url, base } = parser;
  url.scheme = parser.buffer;
  parser.buffer = '';
  if (url.scheme === 'file') {
    if (remaining(parser, 2) !== '//') note(parser, 'special-scheme-missing-following-solidus');
    parser.state = 'file';
  } else if (special(parser)) {
    parser.state = base?.scheme === url.scheme ? 'special relative or authority' : 'special authority slashes';
  } else if (remaining(parser, 1) === '/') {
    parser.state = 'path or authority';
    parser.pointer += 1;
  } else {
    url.path = '';
    parser.state = 'opaque path';
  }
  return;
}

/** https://url.spec.whatwg.org/#no-scheme-state */
export function noScheme(parser: Parser, c: string): Outcome {
  const { base, url } = parser;
  const isOpaque = typeof base?.path === 'string';
  if (!base || (isOpaque && c !== '#')) return { failure: 'missing-scheme-non-relative-URL' };
  if (isOpaque) {
    url.scheme = base.scheme;
    inherit(parser, base, ['path', 'query']);
    url.fragment = '';
    parser.state = 'fragment';
    return;
  }
  parser.state = base.scheme === 'file' ? 'file' : 'relative';
  parser.pointer -= 1;
  return;
}

/** https://url.spec.whatwg.org/#special-relative-or-authority-state */
export function specialRelativeOrAuthority(parser: Parser, c: string): Outcome {
  if (c === '/' && remaining(parser, 1) === '/') {
    parser.state = 'special authority ignore slashes';
    parser.pointer += 1;
    return;
  }
  note(parser, 'special-scheme-missing-following-solidus');
  parser.state = 'relative';
  parser.pointer -= 1;
  return;
}

/** https://url.spec.whatwg.org/#path-or-authority-state */
export function pathOrAuthority(parser: Parser, c: string): Outcome {
  parser.state = c === '/' ? 'authority' : 'path';
  if (c !== '/') parser.pointer -= 1;
  return;
}

/** https://url.spec.whatwg.org/#relative-state */
export function relative(parser: Parser, c: string): Outcome {
  const { base, url } = parser;
  if (!base) return { failure: 'missing-scheme-non-relative-URL' };
  url.scheme = base.scheme;
  if (c === '/' || (isSpecial(url.scheme) && c === '\\')) {
    if (c === '\\') note(parser, 'invalid-reverse-solidus');
    parser.state = 'relative slash';
    return;
  }
  inherit(parser, base, ['authority', 'path', 'query']);
  if (c === '?') {
    url.query = '';
    parser.state = 'query';
  } else if (c === '#') {
    url.fragment = '';
    parser.state = 'fragment';
  } else if (c !== '') {
    url.query = null;
    if (typeof url.path !== 'string') url.path.pop();
    parser.state = 'path';
    parser.pointer -= 1;
  }
  return;
}

/** https://url.spec.whatwg.org/#relative-slash-state */
export function relativeSlash(parser: Parser, c: string): Outcome {
  if (special(parser) && (c === '/' || c === '\\')) {
    if (c === '\\') note(parser, 'invalid-reverse-solidus');
    parser.state = 'special authority ignore slashes';
    return;
  }
  if (c === '/') {
    parser.state = 'authority';
    return;
  }
  if (parser.base) inherit(parser, parser.base, ['authority']);
  parser.state = 'path';
  parser.pointer -= 1;
  return;
}

/** Of `https:8443` the port is its own; of `https:443` it is none. */
export function withoutDefault(scheme: string, port: number): number | null {
  return port === defaultPort(scheme) ? null : port;
}
