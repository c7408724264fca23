import { takeHost } from './authority-states';
import { inherit, note, type Outcome, type Parser, pushSegment, shortenPath } from './parser';

const drive = /^[a-zA-Z][:|]$/;

/** https://url.spec.whatwg.org/#start-with-a-windows-drive-letter */
function startsWithDrive(parser: Parser): boolean {
  const [letter = '', colon = '', next] = parser.input.slice(parser.pointer, parser.pointer + 3);
  return drive.test(letter + colon) && (next === undefined || '/\\?#'.includes(next));
}

/** https://url.spec.whatwg.org/#file-state */
export function file(parser: Parser, c: string): Outcome {
  const { url, base } = parser;
  url.scheme = 'file';
  url.host = { kind: 'empty' };
  if (c === '/' || c === '\\') {
    if (c === '\\') note(parser, 'invalid-reverse-solidus');
    parser.state = 'file slash';
    return;
  }
  if (base?.scheme !== 'file') {
    parser.state = 'path';
    parser.pointer -= 1;
    return;
  }
  url.host = base.host;
  inherit(parser, base, ['path', 'query']);
  if (c === '?') {
    url.query = '';
    parser.state = 'query';
  } else if (c === '#') {
    url.fragment = '';
    parser.state = 'fragment';
  } else if (c !== '') {
    url.query = null;
    if (!startsWithDrive(parser)) shortenPath(url);
    else {
      note(parser, 'file-invalid-Windows-drive-letter');
      url.path = [];
    }
    parser.state = 'path';
    parser.pointer -= 1;
  }
  return;
}

/** https://url.spec.whatwg.org/#file-slash-state */
export function fileSlash(parser: Parser, c: string): Outcome {
  if (c === '/' || c === '\\') {
    if (c === '\\') note(parser, 'invalid-reverse-solidus');
    parser.state = 'file host';
    return;
  }
  const { url, base } = parser;
  if (base?.scheme === 'file') {
    url.host = base.host;
    const first = typeof base.path === 'string' ? '' : (base.path[0] ?? '');
    if (!startsWithDrive(parser) && /^[a-zA-Z]:$/.test(first)) pushSegment(url, first);
  }
  parser.state = 'path';
  parser.pointer -= 1;
  return;
}

/** https://url.spec.whatwg.org/#file-host-state */
export function fileHost(parser: Parser, c: string): Outcome {
  if (c !== '' && !'/\\?#'.includes(c)) {
    parser.buffer += c;
    return;
  }
  parser.pointer -= 1;
  if (drive.test(parser.buffer)) {
    note(parser, 'file-invalid-Windows-drive-letter-host');
    parser.state = 'path';
    return;
  }
  if (parser.buffer === '') parser.url.host = { kind: 'empty' };
  else {
    const failed = takeHost(parser);
    if (failed) return failed;
    const { host } = parser.url;
    if (host?.kind === 'domain' && host.name === 'localhost') parser.url.host = { kind: 'empty' };
  }
  parser.buffer = '';
  parser.state = 'path start';
  return;
}
