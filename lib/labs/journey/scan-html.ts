import { type Tag, tagsOf } from './html-tags';

/** How a resource that a page names stands in the way of the page. */
export type Blocking =
  /** Nothing behind it is parsed until it has come and run. */
  | 'parser'
  /** Nothing is painted until it has come. */
  | 'render'
  /** It runs after the last byte was parsed, before DOMContentLoaded. */
  | 'deferred'
  /** It runs as soon as it has come, whatever the parser is doing. */
  | 'async'
  | 'none';

export type Destination = 'document' | 'style' | 'script' | 'image' | 'font' | 'fetch';

/** Something that a page asks for, or a script within it. `from` and `to`: the tag's place in the document, in bytes. */
export type Found = {
  readonly from: number;
  readonly to: number;
  readonly destination: Destination;
  /** As the page writes it; null for a script within the page. */
  readonly address: string | null;
  readonly blocking: Blocking;
  /** `loading=lazy`: waits until it nears the screen. */
  readonly lazy: boolean;
  /** Only asked for ahead of time; what uses it stands elsewhere. */
  readonly preload: boolean;
  /** Of a script within the page: how long it is, in bytes. */
  readonly inline: number;
};

export type ScannedHtml = {
  readonly found: readonly Found[];
  /** Where the first thing stands that can be seen, in bytes; the document's length where nothing can. */
  readonly firstContent: number;
  /** Of `<base href>`. */
  readonly base: string | null;
};

/** More than so many resources are left out: a page of this lab has a dozen. */
const mostFound = 64;

/**
 * What a browser's preload scanner sees in a page, with the rules of what blocks what (HTML §4.12.1.1, §4.2.4, §8.4).
 * Not in the standard: no tree is built, so implied tags, foster parents and templates are not looked at.
 */
export function scanHtml(bytes: Uint8Array): ScannedHtml {
  const found: Found[] = [];
  let firstContent: number | null = null;
  let base: string | null = null;
  const seen = (at: number) => {
    firstContent ??= at;
  };
  for (const token of tagsOf(bytes)) {
    if (token.kind === 'text') {
      seen(token.from);
      continue;
    }
    if (token.name === 'base') base ??= token.attributes.get('href') ?? null;
    if (token.name === 'img' || token.name === 'svg' || token.name === 'hr' || token.name === 'input') seen(token.from);
    const one = findIn(token);
    if (one && found.length < mostFound) found.push(one);
  }
  return { found, firstContent: firstContent ?? bytes.length, base };
}

function findIn(tag: Tag): Found | null {
  const place = { from: tag.from, to: tag.to, lazy: false, preload: false, inline: 0 };
  switch (tag.name) {
    case 'script':
      return script(tag);
    case 'link':
      return link(tag);
    case 'img': {
      const address = tag.attributes.get('src');
      if (!address) return null;
      const lazy = tag.attributes.get('loading')?.toLowerCase() === 'lazy';
      return { ...place, destination: 'image', address, blocking: 'none', lazy };
    }
    default:
      return null;
  }
}

/** HTML §4.12.1: which scripts are JavaScript, and when they run. */
function script({ attributes, from, to, content }: Tag): Found | null {
  const type = (attributes.get('type') ?? '').trim().toLowerCase();
  const isModule = type === 'module';
  const isClassic = type === '' || type === 'text/javascript' || type === 'application/javascript';
  // What is no script, and what is for browsers without modules, is not run.
  if (!(isModule || isClassic) || (isClassic && attributes.has('nomodule'))) return null;
  const address = attributes.get('src') ?? null;
  if (address === '') return null;
  const isAsync = attributes.has('async') && (address !== null || isModule);
  const isDeferred = isModule || (attributes.has('defer') && address !== null);
  const blocking = isAsync ? 'async' : isDeferred ? 'deferred' : 'parser';
  const inline = address === null ? content : 0;
  // A script within the page is there when its last byte is.
  return { from, to: to + inline, destination: 'script', address, blocking, lazy: false, preload: false, inline };
}

const preloaded: Readonly<Record<string, Destination>> = {
  style: 'style',
  script: 'script',
  image: 'image',
  font: 'font',
  fetch: 'fetch',
};

/** HTML §4.6.7.22 (stylesheet) and §4.6.7.17 (preload). */
function link({ attributes, from, to }: Tag): Found | null {
  const address = attributes.get('href');
  const relations = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/);
  if (!address || attributes.has('disabled')) return null;
  const place = { from, to, address, lazy: false, inline: 0 };
  if (relations.includes('stylesheet') && !relations.includes('alternate')) {
    const media = (attributes.get('media') ?? '').trim().toLowerCase();
    // Of media queries only these are read: a sheet for another medium comes along, and nobody waits for it.
    const isWaitedFor = media === '' || media === 'all' || media === 'screen';
    return { ...place, destination: 'style', blocking: isWaitedFor ? 'render' : 'none', preload: false };
  }
  if (relations.includes('modulepreload')) return { ...place, destination: 'script', blocking: 'none', preload: true };
  const as = preloaded[(attributes.get('as') ?? '').toLowerCase()];
  if (relations.includes('preload') && as) return { ...place, destination: as, blocking: 'none', preload: true };
  return relations.includes('icon') ? { ...place, destination: 'image', blocking: 'none', preload: false } : null;
}
