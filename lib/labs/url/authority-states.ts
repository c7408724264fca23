import { type HostNote, parseHost } from './host';
import { note, type Outcome, type Parser, remaining, special } from './parser';
import { percentEncode, userinfoSet } from './percent-encode';
import { withoutDefault } from './scheme-states';

/** https://url.spec.whatwg.org/#special-authority-slashes-state */
export function specialAuthoritySlashes(parser: Parser, c: string): Outcome {
  parser.state = 'special authority ignore slashes';
  if (c === '/' && remaining(parser, 1) === '/') parser.pointer += 1;
  else {
    note(parser, 'special-scheme-missing-following-solidus');
    parser.pointer -= 1;
  }
  return;
}

/** https://url.spec.whatwg.org/#special-authority-ignore-slashes-state */
export function specialAuthorityIgnoreSlashes(parser: Parser, c: string): Outcome {
  if (c === '/' || c === '\\') {
    note(parser, 'special-scheme-missing-following-solidus');
    return;
  }
  parser.state = 'authority';
  parser.pointer -= 1;
  return;
}

const endsAuthority = (parser: Parser, c: string) =>
  c === '' || c === '/' || c === '?' || c === '#' || (c === '\\' && special(parser));

/** https://url.spec.whatwg.org/#authority-state: everything before the last `@` is user name and password. */
export function authority(parser: Parser, c: string): Outcome {
  if (c === '@') {
    note(parser, 'invalid-credentials');
    if (parser.atSignSeen) parser.buffer = `%40${parser.buffer}`;
    parser.atSignSeen = true;
    takeCredentials(parser);
    parser.buffer = '';
    return;
  }
  if (!endsAuthority(parser, c)) {
    parser.buffer += c;
    return;
  }
  if (parser.atSignSeen && parser.buffer === '') return { failure: 'host-missing' };
  parser.pointer -= Array.from(parser.buffer).length + 1;
  parser.buffer = '';
  parser.state = 'host';
  return;
}

function takeCredentials(parser: Parser): void {
  const { url, buffer } = parser;
  const colon = parser.passwordTokenSeen ? -1 : buffer.indexOf(':');
  const encode = (text: string) => percentEncode(text, userinfoSet);
  if (parser.passwordTokenSeen) url.password += encode(buffer);
  else if (colon === -1) url.username += encode(buffer);
  else {
    url.username += encode(buffer.slice(0, colon));
    url.password += encode(buffer.slice(colon + 1));
    parser.passwordTokenSeen = true;
  }
}

/** https://url.spec.whatwg.org/#host-state */
export function host(parser: Parser, c: string): Outcome {
  if (c === ':' && !parser.insideBrackets) {
    if (parser.buffer === '') return { failure: 'host-missing' };
    const failed = takeHost(parser);
    if (failed) return failed;
    parser.state = 'port';
    return;
  }
  if (endsAuthority(parser, c)) {
    parser.pointer -= 1;
    if (special(parser) && parser.buffer === '') return { failure: 'host-missing' };
    const failed = takeHost(parser);
    if (failed) return failed;
    parser.state = 'path start';
    return;
  }
  if (c === '[') parser.insideBrackets = true;
  if (c === ']') parser.insideBrackets = false;
  parser.buffer += c;
  return;
}

export function takeHost(parser: Parser): Outcome {
  const notes: HostNote[] = [];
  const read = parseHost(parser.buffer, !special(parser), notes);
  for (const code of notes) note(parser, code);
  if (read.kind === 'failure') return { failure: read.why };
  parser.url.host = read.host;
  parser.buffer = '';
  return;
}

/** https://url.spec.whatwg.org/#port-state */
export function port(parser: Parser, c: string): Outcome {
  if (/^[0-9]$/.test(c)) {
    parser.buffer += c;
    return;
  }
  if (!endsAuthority(parser, c)) return { failure: 'port-invalid' };
  if (parser.buffer !== '') {
    const number = Number(parser.buffer);
    if (number > 65_535) return { failure: 'port-out-of-range' };
    parser.url.port = withoutDefault(parser.url.scheme, number);
    parser.buffer = '';
  }
  parser.state = 'path start';
  parser.pointer -= 1;
  return;
}
