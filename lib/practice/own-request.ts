/**
 * A request without the address of the practice server: as it would be to a server that stands at the root of its own host. So it is logged, so
 * the lab replays it, and no token lies in a log. `base` is `/api/labs/http/s/{token}`.
 */
export function ownRequest(request: Buffer, base: string): Buffer {
  const line = request.indexOf('\n');
  const at = request.indexOf(base, 0, 'latin1');
  if (at === -1 || (line !== -1 && at > line)) return request;
  const after = at + base.length;
  const slash = request[after] === 0x2f ? [] : [Buffer.from('/')];
  return Buffer.concat([request.subarray(0, at), ...slash, request.subarray(after)]);
}
