import { createHash, randomBytes } from 'node:crypto';
import { earlyPressScript } from '@/lib/early-press-script';
import { earlyScript } from '@/lib/early-script';

/** What a page may do, so that what somebody smuggles into it may do nothing. */
export type Policies = {
  /** A prerendered page: exactly these inline scripts. */
  readonly forScripts: (hashes: readonly string[]) => string;
  /** A page made for one request. */
  readonly forNonce: (nonce: string) => string;
};

type World = {
  /** `next dev` compiles in the browser and talks over a socket. */
  readonly dev: boolean;
  /** Where a sign-in form may lead besides here: the providers that are set up. */
  readonly signInOrigins: readonly string[];
};

export function policies(world: World): Policies {
  const policy = (scripts: string) =>
    [
      `default-src 'self'`,
      `script-src 'self'${scripts}${world.dev ? " 'unsafe-eval'" : ''}`,
      `style-src 'self'${world.dev ? " 'unsafe-inline'" : ''}`,
      // Attributes only: a server-drawn bar needs its width. A style element of somebody else's stays shut out.
      `style-src-attr 'unsafe-inline'`,
      `img-src 'self' data: blob:`,
      `connect-src 'self'${world.dev ? ' ws: wss:' : ''}`,
      `worker-src 'self' blob:`,
      `frame-src 'self'`,
      `object-src 'none'`,
      `base-uri 'none'`,
      `form-action ${["'self'", ...world.signInOrigins].join(' ')}`,
      `frame-ancestors 'none'`,
    ].join('; ');
  return {
    forScripts: (hashes) => policy(world.dev ? " 'unsafe-inline'" : hashes.map((hash) => ` '${hash}'`).join('')),
    // Layout and labs are drawn the same for every page, so their early scripts cannot carry this request's nonce: they are known by their hash.
    forNonce: (nonce) =>
      policy(world.dev ? " 'unsafe-inline'" : ` 'nonce-${nonce}'${early.map((text) => ` '${hashOf(text)}'`).join('')}`),
  };
}

const early = [earlyScript, earlyPressScript];

export function newNonce(): string {
  return randomBytes(16).toString('base64');
}

// Next writes its inline scripts as `<script>…</script>`; a data block (`type="application/json"`) is not run and needs no hash.
const SCRIPT = /<script(\s[^>]*)?>([\s\S]*?)<\/script>/gi;

/** The hashes of the inline scripts of a page, in order, each once. */
export function scriptHashes(html: string): string[] {
  const hashes = new Set<string>();
  for (const [, attributes = '', code = ''] of html.matchAll(SCRIPT)) {
    if (/\ssrc\s*=/i.test(attributes) || code === '') continue;
    hashes.add(hashOf(code));
  }
  return [...hashes];
}

function hashOf(code: string): string {
  return `sha256-${createHash('sha256').update(code).digest('base64')}`;
}
