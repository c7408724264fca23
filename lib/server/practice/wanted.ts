/** Whom a request is for, as far as its first bytes say: the practice server, the site, or too few bytes to tell. */
export type Wanted = 'practice' | 'site' | 'unclear';

/** Where the practice server stands, and where anyone is shown the request they sent. */
export const PRACTICE = '/api/labs/http/s/';
export const ECHO = '/api/labs/http/echo';

/** A method is short; whoever has sent so much and no space speaks something else. */
const mostMethod = 64;
/** How far a target may be from the beginning of its line: behind spaces too many, or behind `http://host`. */
const mostBefore = 320;

const absolute = /^http:\/\/[^/\s]{0,255}/i;

/**
 * Looks at the beginning of a message, however badly it is written: two spaces after the method are for the practice server to explain,
 * not for Node to refuse. `bytes` may begin with the empty lines that some clients send first (RFC 9112 §2.2).
 */
export function wantedBy(bytes: Uint8Array): Wanted {
  let from = 0;
  while (from < bytes.length && from < 8 && (bytes[from] === 13 || bytes[from] === 10)) from += 1;
  // TLS, by mistake on this port.
  if (bytes[from] === 22) return 'site';
  const start = Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.min(bytes.length - from, mostBefore)).toString(
    'latin1',
  );
  const method = start.search(/[ \t\r\n]/);
  if (method === -1) return start.length > mostMethod ? 'site' : 'unclear';
  if (method > mostMethod) return 'site';
  const rest = start.slice(method).replace(/^[ \t]+/, '');
  const target = rest.replace(absolute, '');
  if (target.startsWith(PRACTICE)) return 'practice';
  if (target.startsWith(ECHO)) return target.length === ECHO.length ? 'unclear' : endsTarget(target[ECHO.length]);
  const isWhole = start.length === mostBefore;
  const mayBe = PRACTICE.startsWith(target) || ECHO.startsWith(target) || isHalfAbsolute(rest, target);
  return mayBe && !isWhole ? 'unclear' : 'site';
}

/** After `…/echo` comes a query, a space, an end of line; `…/echoes` is another address. */
function endsTarget(next: string | undefined): Wanted {
  return next !== undefined && '? \t\r\n#'.includes(next) ? 'practice' : 'site';
}

/** `http://exam`: the path has not come yet. */
function isHalfAbsolute(rest: string, target: string): boolean {
  return target === '' || 'http://'.startsWith(rest.toLowerCase());
}
