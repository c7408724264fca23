/** Sixteen bytes → text as RFC 5952 wants it: lower case, no leading zeros, the longest run of zeros as `::`. */
export function ipv6Text(bytes: Uint8Array, from = 0): string {
  const groups = Array.from(
    { length: 8 },
    (_, index) => ((bytes[from + 2 * index] ?? 0) << 8) | (bytes[from + 2 * index + 1] ?? 0),
  );
  let best = { at: -1, length: 1 };
  for (let at = 0; at < 8; at += 1) {
    let length = 0;
    while (at + length < 8 && groups[at + length] === 0) length += 1;
    if (length > best.length) best = { at, length };
  }
  const text = (part: readonly number[]) => part.map((group) => group.toString(16)).join(':');
  if (best.at === -1) return text(groups);
  return `${text(groups.slice(0, best.at))}::${text(groups.slice(best.at + best.length))}`;
}

/** `2001:db8::20` → sixteen bytes; null when that is no address. An IPv4 tail is not written here. */
export function ipv6Bytes(text: string): Uint8Array | null {
  if (!/^[0-9a-fA-F:]{2,39}$/.test(text)) return null;
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...tail];
  const bytes = new Uint8Array(16);
  for (const [index, group] of groups.entries()) {
    if (!/^[0-9a-fA-F]{1,4}$/.test(group)) return null;
    const value = Number.parseInt(group, 16);
    bytes[2 * index] = value >>> 8;
    bytes[2 * index + 1] = value;
  }
  return bytes;
}

/** The addresses read last; a run has a few dozen. */
const known = new Map<string, Uint8Array>();
const mostKnown = 512;

/** `192.0.2.10` → four bytes, which nobody may change; null when that is no address. */
export function ipv4Bytes(text: string): Uint8Array | null {
  const before = known.get(text);
  if (before) return before;
  if (!/^(0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}$/.test(text)) return null;
  const parts = text.split('.').map(Number);
  if (parts.some((part) => part > 255)) return null;
  if (known.size >= mostKnown) known.clear();
  const bytes = Uint8Array.from(parts);
  known.set(text, bytes);
  return bytes;
}
