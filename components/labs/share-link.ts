/**
 * A run as a link: what makes it happen again, deflated into the #fragment (which is never sent to a server).
 * Shape: `#run=1.<base64url of deflate-raw of JSON>`.
 */
const KEY = 'run';
const FORMAT = '1';

/** Longer links are cut by chat programs and mail. */
export const MAX_LINK = 8 * 1024;
/** Deflate shrinks a thousandfold at best: a hostile link of 8 KB must not become 8 MB of work. */
const MAX_TEXT = 256 * 1024;

export type Packed =
  | { readonly kind: 'packed'; readonly fragment: string }
  | { readonly kind: 'too-long'; readonly length: number };
export type Unpacked =
  | { readonly kind: 'unpacked'; readonly value: unknown }
  | { readonly kind: 'none' | 'unreadable' };

/** `{…}` → `#run=1.q1Yq…`, or how much too long it would be. */
export async function packFragment(value: unknown): Promise<Packed> {
  const text = new TextEncoder().encode(JSON.stringify(value));
  const bytes = await readAll(
    streamOf(text).pipeThrough(new CompressionStream('deflate-raw')),
    Number.POSITIVE_INFINITY,
  );
  const fragment = `#${KEY}=${FORMAT}.${toBase64Url(bytes)}`;
  return fragment.length > MAX_LINK ? { kind: 'too-long', length: fragment.length } : { kind: 'packed', fragment };
}

/** The value of a fragment made by `packFragment`. It is anybody's text: check its shape before using it. */
export async function unpackFragment(fragment: string): Promise<Unpacked> {
  const packed = new URLSearchParams(fragment.replace(/^#/, '')).get(KEY);
  if (packed === null) return { kind: 'none' };
  if (packed.length > MAX_LINK || !packed.startsWith(`${FORMAT}.`)) return { kind: 'unreadable' };
  try {
    const bytes = fromBase64Url(packed.slice(FORMAT.length + 1));
    const text = await readAll(streamOf(bytes).pipeThrough(new DecompressionStream('deflate-raw')), MAX_TEXT);
    return { kind: 'unpacked', value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text)) };
  } catch {
    // Whatever is wrong with it (alphabet, deflate, UTF-8, JSON, size), the learner can do one thing: begin afresh.
    return { kind: 'unreadable' };
  }
}

function streamOf(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new Blob([bytes]).stream();
}

async function readAll(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > limit) {
      await reader.cancel();
      throw new RangeError(`expected at most ${limit} bytes`);
    }
    chunks.push(part.value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
