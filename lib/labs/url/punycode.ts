/** RFC 3492 §5: the parameters of Bootstring for Punycode. */
const base = 36;
const tMin = 1;
const tMax = 26;
const skew = 38;
const damp = 700;
const initialBias = 72;
const initialN = 0x80;
const largest = 0x7fff_ffff;

/** §6.1. */
function adapt(delta: number, points: number, isFirst: boolean): number {
  let left = Math.floor(delta / (isFirst ? damp : 2));
  left += Math.floor(left / points);
  let k = 0;
  while (left > ((base - tMin) * tMax) / 2) {
    left = Math.floor(left / (base - tMin));
    k += base;
  }
  return k + Math.floor(((base - tMin + 1) * left) / (left + skew));
}

const threshold = (k: number, bias: number) => (k <= bias ? tMin : k >= bias + tMax ? tMax : k - bias);
const digitText = (digit: number) => String.fromCharCode(digit < 26 ? 0x61 + digit : 0x30 + digit - 26);

/** §6.3: `punycode('bücher') === 'bcher-kva'`. */
export function punycode(label: string): string {
  const points = Array.from(label, (one) => one.codePointAt(0) ?? 0);
  const basic = points.filter((point) => point < initialN);
  let text = String.fromCharCode(...basic) + (basic.length > 0 ? '-' : '');
  let n = initialN;
  let delta = 0;
  let bias = initialBias;
  let handled = basic.length;
  while (handled < points.length) {
    const next = points.reduce((least, point) => (point >= n && point < least ? point : least), largest);
    delta += (next - n) * (handled + 1);
    n = next;
    for (const point of points) {
      if (point < n) delta += 1;
      if (point !== n) continue;
      let q = delta;
      for (let k = base; ; k += base) {
        const t = threshold(k, bias);
        if (q < t) break;
        text += digitText(t + ((q - t) % (base - t)));
        q = Math.floor((q - t) / (base - t));
      }
      text += digitText(q);
      bias = adapt(delta, handled + 1, handled === basic.length);
      delta = 0;
      handled += 1;
    }
    delta += 1;
    n += 1;
  }
  return text;
}

/** §6.2, the way back; null for what is no Punycode. */
export function fromPunycode(text: string): string | null {
  const cut = text.lastIndexOf('-');
  const points = Array.from(cut > 0 ? text.slice(0, cut) : '', (one) => one.charCodeAt(0));
  if (points.some((point) => point >= initialN)) return null;
  let n = initialN;
  let i = 0;
  let bias = initialBias;
  for (let at = cut > 0 ? cut + 1 : 0; at < text.length; ) {
    const before = i;
    let weight = 1;
    for (let k = base; ; k += base) {
      const digit = digitOf(text.charCodeAt(at));
      at += 1;
      if (digit === null) return null;
      i += digit * weight;
      if (i > largest) return null;
      const t = threshold(k, bias);
      if (digit < t) break;
      weight *= base - t;
      if (weight > largest) return null;
    }
    bias = adapt(i - before, points.length + 1, before === 0);
    n += Math.floor(i / (points.length + 1));
    i %= points.length + 1;
    if (n > 0x10_ffff || (n >= 0xd800 && n <= 0xdfff)) return null;
    points.splice(i, 0, n);
    i += 1;
  }
  return String.fromCodePoint(...points);
}

/** NaN, behind the end, is no digit either. */
function digitOf(code: number): number | null {
  if (code >= 0x30 && code <= 0x39) return code - 0x30 + 26;
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  return code >= 0x41 && code <= 0x5a ? code - 0x41 : null;
}
