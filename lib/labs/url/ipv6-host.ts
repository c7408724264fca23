import type { HostFailure } from './host';

/** https://url.spec.whatwg.org/#concept-ipv6-parser: eight pieces of 16 bits, or what is wrong. */
export function parseIpv6(text: string): number[] | HostFailure {
  const pieces = [0, 0, 0, 0, 0, 0, 0, 0];
  let piece = 0;
  let compress: number | null = null;
  let at = 0;
  if (text[at] === ':') {
    if (text[at + 1] !== ':') return 'IPv6-invalid-compression';
    at += 2;
    piece += 1;
    compress = piece;
  }
  while (at < text.length) {
    if (piece === 8) return 'IPv6-too-many-pieces';
    if (text[at] === ':') {
      if (compress !== null) return 'IPv6-multiple-compression';
      at += 1;
      piece += 1;
      compress = piece;
      continue;
    }
    const digits = /^[0-9a-fA-F]{0,4}/.exec(text.slice(at))?.[0] ?? '';
    if (text[at + digits.length] === '.') {
      const inside = parseEmbedded(text.slice(digits.length === 0 ? at + 1 : at), digits.length === 0, piece);
      if (typeof inside === 'string') return inside;
      pieces[piece] = inside[0];
      pieces[piece + 1] = inside[1];
      piece += 2;
      break;
    }
    at += digits.length;
    if (text[at] === ':') {
      at += 1;
      if (at === text.length) return 'IPv6-invalid-code-point';
    } else if (at < text.length) return 'IPv6-invalid-code-point';
    pieces[piece] = digits === '' ? 0 : Number.parseInt(digits, 16);
    piece += 1;
  }
  return spread(pieces, piece, compress);
}

/** `::ffff:192.0.2.1`: the last two pieces as an IPv4 address. */
function parseEmbedded(text: string, isBare: boolean, piece: number): [number, number] | HostFailure {
  if (isBare) return 'IPv4-in-IPv6-invalid-code-point';
  if (piece > 6) return 'IPv4-in-IPv6-too-many-pieces';
  const parts = text.split('.');
  for (const part of parts.slice(0, 4)) {
    if (!/^[0-9]/.test(part))
      return part === '' && parts.length < 5 ? 'IPv4-in-IPv6-too-few-parts' : 'IPv4-in-IPv6-invalid-code-point';
    if (/^0[0-9]/.test(part)) return 'IPv4-in-IPv6-invalid-code-point';
    if (!/^[0-9]+$/.test(part)) return 'IPv4-in-IPv6-invalid-code-point';
    if (Number(part) > 255) return 'IPv4-in-IPv6-out-of-range-part';
  }
  if (parts.length > 4) return 'IPv4-in-IPv6-invalid-code-point';
  if (parts.length < 4) return 'IPv4-in-IPv6-too-few-parts';
  const [a = 0, b = 0, c = 0, d = 0] = parts.map(Number);
  return [a * 256 + b, c * 256 + d];
}

function spread(pieces: number[], piece: number, compress: number | null): number[] | HostFailure {
  if (compress === null) return piece === 8 ? pieces : 'IPv6-too-few-pieces';
  const behind = pieces.slice(compress, piece);
  return [...pieces.slice(0, compress), ...new Array<number>(8 - compress - behind.length).fill(0), ...behind];
}
