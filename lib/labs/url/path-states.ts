import { checkUnit, note, type Outcome, type Parser, pushSegment, shortenPath, special } from './parser';
import { c0ControlSet, fragmentSet, pathSet, percentEncode, querySet, specialQuerySet } from './percent-encode';

/** https://url.spec.whatwg.org/#path-start-state */
export function pathStart(parser: Parser, c: string): Outcome {
  const { url } = parser;
  if (special(parser)) {
    if (c === '\\') note(parser, 'invalid-reverse-solidus');
    parser.state = 'path';
    if (c !== '/' && c !== '\\') parser.pointer -= 1;
  } else if (c === '?') {
    url.query = '';
    parser.state = 'query';
  } else if (c === '#') {
    url.fragment = '';
    parser.state = 'fragment';
  } else if (c !== '') {
    parser.state = 'path';
    if (c !== '/') parser.pointer -= 1;
  }
  return;
}

const isDouble = (segment: string) => /^(\.|%2e)(\.|%2e)$/i.test(segment);
const isSingle = (segment: string) => /^(\.|%2e)$/i.test(segment);

/** https://url.spec.whatwg.org/#path-state */
export function path(parser: Parser, c: string): Outcome {
  const isBackslash = c === '\\' && special(parser);
  if (c !== '' && c !== '/' && c !== '?' && c !== '#' && !isBackslash) {
    checkUnit(parser, c);
    parser.buffer += percentEncode(c, pathSet);
    return;
  }
  if (isBackslash) note(parser, 'invalid-reverse-solidus');
  endSegment(parser, c === '/' || isBackslash);
  parser.buffer = '';
  if (c === '?') {
    parser.url.query = '';
    parser.state = 'query';
  }
  if (c === '#') {
    parser.url.fragment = '';
    parser.state = 'fragment';
  }
  return;
}

function endSegment(parser: Parser, goesOn: boolean): void {
  const { url, buffer } = parser;
  if (isDouble(buffer)) {
    shortenPath(url);
    if (!goesOn) pushSegment(url, '');
    return;
  }
  if (isSingle(buffer)) {
    if (!goesOn) pushSegment(url, '');
    return;
  }
  const isDrive = url.scheme === 'file' && url.path.length === 0 && /^[a-zA-Z][:|]$/.test(buffer);
  pushSegment(url, isDrive ? `${buffer[0]}:` : buffer);
}

/** https://url.spec.whatwg.org/#cannot-be-a-base-url-path-state */
export function opaquePath(parser: Parser, c: string): Outcome {
  const { url } = parser;
  if (c === '?') {
    url.query = '';
    parser.state = 'query';
  } else if (c === '#') {
    url.fragment = '';
    parser.state = 'fragment';
  } else {
    checkUnit(parser, c);
    url.path += percentEncode(c, c0ControlSet);
  }
  return;
}

/** https://url.spec.whatwg.org/#query-state, in UTF-8. */
export function query(parser: Parser, c: string): Outcome {
  if (c === '#' || c === '') {
    parser.url.query += percentEncode(parser.buffer, special(parser) ? specialQuerySet : querySet);
    parser.buffer = '';
    if (c === '#') {
      parser.url.fragment = '';
      parser.state = 'fragment';
    }
    return;
  }
  checkUnit(parser, c);
  parser.buffer += c;
  return;
}

/** https://url.spec.whatwg.org/#fragment-state */
export function fragment(parser: Parser, c: string): Outcome {
  checkUnit(parser, c);
  parser.url.fragment += percentEncode(c, fragmentSet);
  return;
}
