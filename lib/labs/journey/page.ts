import { parseUrl } from '../url/parse-url';
import { serializeUrl } from '../url/serialize-url';
import type { Fetcher } from './fetch';
import type { JourneyRequest } from './journey-request';
import { type Found, type ScannedHtml, scanHtml } from './scan-html';
import type { Travel } from './travel';
import type { Marks, PageStop, PageWork } from './visit';

/** What a processor of today takes, roughly: milliseconds for a thousand bytes, and for a painting. */
const cost = { parse: 0.05, style: 0.1, script: 0.5, paint: 4 } as const;

/** Something found in the page, and how far it is. */
type Part = { readonly found: Found; request: JourneyRequest | null; come: boolean; run: boolean };

/**
 * A page on its way: one main thread that parses, runs scripts and paints, and a preload scanner that reads ahead of it.
 * HTML §13.2.6 (the end), §4.12.1.1 (scripts), §8.1 of the Fetch Standard for what is asked. No layout: nothing is "near the screen",
 * so that lazy images are not asked for; scripts do nothing but take their time.
 */
export class Page {
  readonly #travel: Travel;
  readonly #fetcher: Fetcher;
  readonly #document: JourneyRequest;
  readonly #scanned: ScannedHtml;
  readonly #parts: Part[];
  readonly #length: number;
  #received = 0;
  /** How many parts the scanner has passed, how many the parser. */
  #scannedParts = 0;
  #parsedParts = 0;
  #position = 0;
  #busy = false;
  #stop: { kind: PageStop['kind']; from: number; request: number } | null = null;
  #isParsed = false;
  #marks: { firstPaint: number | null; contentLoaded: number | null; load: number | null } = {
    firstPaint: null,
    contentLoaded: null,
    load: null,
  };

  constructor(travel: Travel, fetcher: Fetcher, document: JourneyRequest, bytes: Uint8Array) {
    this.#travel = travel;
    this.#fetcher = fetcher;
    this.#document = document;
    this.#scanned = scanHtml(bytes);
    this.#parts = this.#scanned.found.map((found) => ({ found, request: null, come: false, run: false }));
    this.#length = bytes.length;
  }

  get marks(): Marks {
    return this.#marks;
  }

  /** So many bytes of the document are there. */
  received(count: number) {
    this.#received = Math.max(this.#received, Math.min(count, this.#length));
    this.#scan();
    this.#work();
  }

  #scan() {
    for (; this.#scannedParts < this.#parts.length; this.#scannedParts += 1) {
      const part = this.#parts[this.#scannedParts];
      if (!part || part.found.to > this.#received) return;
      if (part.found.address === null || part.found.lazy) part.come = true;
      else this.#fetch(part, part.found.address);
    }
  }

  #fetch(part: Part, address: string) {
    const page = parseUrl(this.#document.url);
    const base = parseUrl(this.#scanned.base ?? '', page.kind === 'url' ? page.url : null);
    const parsed = parseUrl(address, base.kind === 'url' ? base.url : null);
    const url = parsed.kind === 'url' ? serializeUrl(parsed.url) : address;
    // What was preloaded, or is asked for twice, comes once.
    const same = this.#parts.find((other) => other !== part && other.request?.url === url);
    if (same) {
      part.request = same.request;
      part.come = same.come;
      return;
    }
    const { destination, blocking } = part.found;
    const cause = { request: this.#document.id, by: 'page' } as const;
    const want = { url, destination, blocking, cause, page: this.#document.url, redirects: 0 };
    part.request = this.#fetcher.start(want, { progress: () => undefined, done: () => this.#come(url) });
  }

  #come(url: string) {
    for (const part of this.#parts) if (part.request?.url === url || this.#isRedirected(part, url)) part.come = true;
    this.#work();
  }

  /** Redirections have requests of their own. */
  #isRedirected(part: Part, url: string): boolean {
    return part.request !== null && part.request.redirect !== null && part.request.url === url;
  }

  /** The main thread does the next thing it can do. */
  #work(): void {
    if (this.#busy) return;
    const async = this.#parts.find(({ found, come, run }) => found.blocking === 'async' && come && !run);
    if (async) this.#run(async);
    else if (this.#canPaint()) this.#do('paint', cost.paint, null, () => this.#mark('firstPaint'));
    else this.#parse();
  }

  #parse(): void {
    const next = this.#parts[this.#parsedParts];
    const until = next ? Math.min(next.found.to, this.#received) : this.#received;
    if (this.#position < until) {
      const bytes = until - this.#position;
      this.#do('parse', (bytes * cost.parse) / 1_000, this.#document.id, () => {
        this.#position = until;
      });
    } else if (next && next.found.to <= this.#position) this.#meet(next);
    else if (this.#position >= this.#length && this.#document.endedAt !== null) {
      this.#isParsed = true;
      this.#afterParsing();
    }
  }

  /** The parser has come to a part of the page: goes on, or waits for it. */
  #meet(part: Part): void {
    const { blocking, destination, inline, address } = part.found;
    const isMet = destination !== 'script' || blocking !== 'parser';
    const style = isMet ? null : this.#openStyle();
    if (!isMet && !part.come && part.request) this.#wait('script', part.request.id);
    else if (style) this.#wait('style-before-script', style.id);
    else {
      this.#parsedParts += 1;
      if (isMet) this.#work();
      else {
        this.#goOn();
        part.run = true;
        const bytes = address === null ? inline : this.#sizeOf(part);
        this.#do('script', (bytes * cost.script) / 1_000, part.request?.id ?? null, () => undefined);
      }
    }
  }

  /** A style sheet that the parser has passed and that has not come. */
  #openStyle(): JourneyRequest | null {
    const open = this.#parts
      .slice(0, this.#parsedParts)
      .find(({ found, come }) => found.blocking === 'render' && !come);
    return open?.request ?? null;
  }

  #canPaint(): boolean {
    if (this.#marks.firstPaint !== null) return false;
    const hasContent = this.#position > this.#scanned.firstContent || this.#isParsed;
    if (!hasContent) return false;
    const style = this.#openStyle();
    if (style) this.#wait('style-before-paint', style.id);
    else if (this.#stop?.kind === 'style-before-paint') this.#goOn();
    return style === null;
  }

  #wait(kind: PageStop['kind'], request: number) {
    if (this.#stop?.kind === kind && this.#stop.request === request) return;
    if (this.#stop?.kind === 'style-before-paint' && kind !== 'style-before-paint') this.#goOn();
    this.#stop ??= { kind, request, from: this.#travel.world.now };
  }

  #goOn() {
    if (!this.#stop) return;
    const to = this.#travel.world.now;
    if (to > this.#stop.from) this.#travel.stops.push({ ...this.#stop, to });
    this.#stop = null;
  }

  #run(part: Part): void {
    part.run = true;
    this.#do('script', (this.#sizeOf(part) * cost.script) / 1_000, part.request?.id ?? null, () => undefined);
  }

  /** An error page is no script. */
  #sizeOf({ request }: Part): number {
    return request !== null && request.failure === null && (request.status ?? 0) < 400 ? request.bytes : 0;
  }

  #do(kind: PageWork['kind'], takes: number, request: number | null, then: () => void) {
    const { world, agenda, work } = this.#travel;
    this.#busy = true;
    const from = world.now;
    agenda.plan(from + takes, () => {
      if (takes > 0) work.push({ kind, from, to: world.now, request });
      this.#busy = false;
      then();
      this.#work();
    });
  }

  #mark(mark: keyof Marks) {
    this.#marks[mark] ??= this.#travel.world.now;
  }

  /** HTML §13.2.7: scripts that waited, in their order; then DOMContentLoaded; when all has come, load. */
  #afterParsing() {
    const waiting = this.#parts.find(({ found, run }) => found.blocking === 'deferred' && !run);
    if (waiting) {
      if (waiting.come || waiting.request === null) this.#run(waiting);
      return;
    }
    this.#mark('contentLoaded');
    const isOpen = this.#parts.some(({ come }) => !come);
    if (!isOpen && this.#marks.firstPaint !== null) this.#mark('load');
  }
}
