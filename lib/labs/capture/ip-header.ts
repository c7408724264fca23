/** What an IP header says of what it carries; `from` and `to` are offsets in the packet. */
export type Ip = { source: string; destination: string; protocol: number; from: number; to: number };

/** IPv4 (RFC 791) or IPv6 (RFC 8200). `length`: how long the packet was on the wire. null: cut, contradictory, or a fragment behind the first. */
export function readIp(bytes: Uint8Array, length: number): Ip | null {
  const version = (bytes[0] ?? 0) >>> 4;
  if (version === 4) return readIpv4(bytes, length);
  return version === 6 ? readIpv6(bytes, length) : null;
}

function readIpv4(bytes: Uint8Array, length: number): Ip | null {
  if (bytes.length < 20) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = (view.getUint8(0) & 0xf) * 4;
  // A length of zero is that of a packet the network card was yet to cut into segments.
  const total = view.getUint16(2) || length;
  const isLaterFragment = (view.getUint16(6) & 0x1fff) !== 0;
  if (headerLength < 20 || headerLength > total || total > length || isLaterFragment) return null;
  return {
    source: bytes.subarray(12, 16).join('.'),
    destination: bytes.subarray(16, 20).join('.'),
    protocol: view.getUint8(9),
    from: headerLength,
    to: total,
  };
}

/** Hop-by-hop options, routing, fragment, authentication, destination options. */
const extensions = { hopByHop: 0, routing: 43, fragment: 44, authentication: 51, destination: 60 };
const mostExtensions = 8;

function readIpv6(bytes: Uint8Array, length: number): Ip | null {
  if (bytes.length < 40) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const payload = view.getUint16(4);
  const to = payload === 0 ? length : 40 + payload;
  if (to > length) return null;
  let protocol = view.getUint8(6);
  let from = 40;
  for (let count = 0; count <= mostExtensions; count += 1) {
    const isExtension = Object.values(extensions).includes(protocol);
    if (!isExtension)
      return from <= to ? { source: addressAt(view, 8), destination: addressAt(view, 24), protocol, from, to } : null;
    if (from + 8 > bytes.length) return null;
    if (protocol === extensions.fragment && (view.getUint16(from + 2) & 0xfff8) !== 0) return null;
    const units = view.getUint8(from + 1);
    const size =
      protocol === extensions.fragment ? 8 : protocol === extensions.authentication ? (units + 2) * 4 : (units + 1) * 8;
    protocol = view.getUint8(from);
    from += size;
  }
  return null;
}

/** As RFC 5952 writes it: the longest run of zeros shortened. */
export function addressAt(view: DataView, at: number): string {
  const groups = Array.from({ length: 8 }, (_, group) => view.getUint16(at + 2 * group));
  let best = { from: 0, length: 1 };
  for (let from = 0; from < 8; from += 1) {
    let length = 0;
    while (from + length < 8 && groups[from + length] === 0) length += 1;
    if (length > best.length) best = { from, length };
  }
  const hex = (part: readonly number[]) => part.map((group) => group.toString(16)).join(':');
  if (best.length < 2) return hex(groups);
  return `${hex(groups.slice(0, best.from))}::${hex(groups.slice(best.from + best.length))}`;
}
