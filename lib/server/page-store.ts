import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PUBLIC_HEADER } from '@/lib/offline/offline-list';
import type { Encoding } from '@/lib/server/accept';
import type { PackedFile } from '@/lib/server/packed-build';
import { securityHeaders } from '@/lib/server/security-headers';
import { SPECULATION } from '@/lib/server/speculation';
import { preloadHeader } from '@/lib/server/stylesheets';

/** One file in one packing, with the headers that go with it. */
export type Variant = {
  readonly etag: string;
  /** Flat, as `writeHead` takes them. */
  readonly headers: readonly string[];
  readonly file: string;
};

export type StoredPage = { readonly packed: PackedFile; readonly variants: Readonly<Record<Encoding, Variant>> };

type HeadersOf = (packed: PackedFile) => readonly string[];

/**
 * Everything that is the same for everybody: pages, scripts, styles, fonts, icons. The list is in memory, the bytes are
 * read on demand and the least recently used are dropped, so that memory does not grow with the content.
 */
export class PageStore {
  #pages: ReadonlyMap<string, StoredPage> = new Map();
  #bodies = new Map<string, Buffer>();
  #reading = new Map<string, Promise<Buffer>>();
  #bytes = 0;

  constructor(
    readonly maxBytes: number,
    readonly headersOf: HeadersOf,
  ) {}

  /** Takes another build's files in one step: a request sees the old build or the new one, never both. */
  replace(folder: string, files: Readonly<Record<string, PackedFile>>): void {
    const pages = new Map<string, StoredPage>();
    for (const [address, packed] of Object.entries(files)) pages.set(address, this.#stored(folder, packed));
    this.#pages = pages;
    this.#bodies = new Map();
    this.#reading = new Map();
    this.#bytes = 0;
  }

  find(address: string): StoredPage | undefined {
    return this.#pages.get(address);
  }

  get heldBytes(): number {
    return this.#bytes;
  }

  /** The bytes at once when they are held, else a promise of them. */
  body(file: string): Buffer | Promise<Buffer> {
    const held = this.#bodies.get(file);
    if (!held) return this.#reading.get(file) ?? this.#read(file);
    // A Map keeps insertion order: taking it out and putting it back makes it the most recently used.
    this.#bodies.delete(file);
    this.#bodies.set(file, held);
    return held;
  }

  #read(file: string): Promise<Buffer> {
    const bodies = this.#bodies;
    const reading = readFile(file).then((body) => {
      this.#reading.delete(file);
      if (bodies === this.#bodies) this.#keep(file, body);
      return body;
    });
    reading.catch(() => this.#reading.delete(file));
    this.#reading.set(file, reading);
    return reading;
  }

  #keep(file: string, body: Buffer): void {
    if (body.length > this.maxBytes) return;
    this.#bodies.set(file, body);
    this.#bytes += body.length;
    for (const [oldest, bytes] of this.#bodies) {
      if (this.#bytes <= this.maxBytes) return;
      this.#bodies.delete(oldest);
      this.#bytes -= bytes.length;
    }
  }

  #stored(folder: string, packed: PackedFile): StoredPage {
    const common = this.headersOf(packed);
    const variant = (encoding: Encoding): Variant => {
      const file = packed.files[encoding];
      if (file === undefined) return variant('identity');
      const etag = `"${packed.tag}-${encoding}"`;
      const coding = encoding === 'identity' ? [] : ['Content-Encoding', encoding];
      return { etag, file: join(folder, file), headers: [...common, 'ETag', etag, ...coding] };
    };
    return { packed, variants: { br: variant('br'), gzip: variant('gzip'), identity: variant('identity') } };
  }
}

/** What a stored file's answer says besides its ETag and packing. */
export function storedHeaders(policyOf: (scripts: readonly string[]) => string): HeadersOf {
  return (packed) => [
    ...securityHeaders,
    // The same for everybody: what a service worker may keep.
    PUBLIC_HEADER,
    '1',
    ...(packed.scripts
      ? ['Content-Security-Policy', policyOf(packed.scripts), 'Speculation-Rules', `"${SPECULATION}"`]
      : []),
    ...(packed.styles?.length ? ['Link', preloadHeader(packed.styles)] : []),
    'Content-Type',
    packed.type,
    'Cache-Control',
    packed.immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate',
    'Vary',
    'Accept-Encoding',
  ];
}
