/** `handrail.session`, `__Secure-handrail.guest`: what this site sets, whatever it is for. */
const ofSite = /^\s*(?:__secure-|__host-)?(?:handrail|next-auth)\./i;
const cookieLine = /^cookie[ \t]*:/i;

/**
 * A request without the cookies that the browser keeps for this site: the practice server acts by its token, and what it never gets it can
 * neither tell nor store. All else stays to the byte; a Cookie line with nothing left goes.
 */
export function withoutSiteCookies(request: Buffer): Buffer {
  // Almost every request has none: one search, no copy.
  if (request.indexOf('andrail.') === -1 && request.indexOf('ext-auth.') === -1) return request;
  const end = headEnd(request);
  const lines = request.toString('latin1', 0, end).split(/(?<=\n)/);
  const kept = lines.map((line) => (cookieLine.test(line) ? cleaned(line) : line)).join('');
  return Buffer.concat([Buffer.from(kept, 'latin1'), request.subarray(end)]);
}

/** The head goes to the first empty line, however its lines end. */
function headEnd(request: Buffer): number {
  const ends = ['\r\n\r\n', '\n\n', '\n\r\n'].map((mark) => request.indexOf(mark)).filter((at) => at !== -1);
  return ends.length > 0 ? Math.min(...ends) : request.length;
}

function cleaned(line: string): string {
  const colon = line.indexOf(':') + 1;
  const end = /\r?\n?$/.exec(line)?.[0] ?? '';
  const pairs = line.slice(colon, line.length - end.length).split(';');
  const kept = pairs.filter((pair) => !ofSite.test(pair));
  if (kept.length === pairs.length) return line;
  const value = kept.join(';').trim();
  return value === '' ? '' : `${line.slice(0, colon)} ${value}${end}`;
}
