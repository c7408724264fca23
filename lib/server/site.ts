import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Env } from '@/lib/env';

/** Who we are to this visitor, and who the visitor is to us. */
export type Site = {
  /** `https://learn.example.org`: what `Origin` must be when something is changed. */
  origin(headers: IncomingHttpHeaders): string;
  isHttps(headers: IncomingHttpHeaders): boolean;
  clientAddress(request: Asking): string;
};

/** What is known of who asks. */
type Asking = {
  readonly headers: IncomingHttpHeaders;
  readonly socket: { readonly remoteAddress?: string | undefined };
};

type Settings = Pick<Env, 'PUBLIC_URL' | 'TRUST_PROXY'>;

/** X-Forwarded-* is anybody's to write: believed only when the operator says that a proxy of theirs writes it. */
export function siteOf({ PUBLIC_URL, TRUST_PROXY }: Settings): Site {
  const forwarded = (headers: IncomingHttpHeaders, name: string): string | undefined => {
    const value = TRUST_PROXY ? headers[name] : undefined;
    // The last entry is the one that our own proxy added.
    return (Array.isArray(value) ? value.join(',') : value)?.split(',').at(-1)?.trim() || undefined;
  };
  const isHttps = (headers: IncomingHttpHeaders) =>
    PUBLIC_URL ? PUBLIC_URL.startsWith('https:') : forwarded(headers, 'x-forwarded-proto') === 'https';
  return {
    isHttps,
    origin: (headers) => {
      if (PUBLIC_URL) return PUBLIC_URL;
      const host = forwarded(headers, 'x-forwarded-host') ?? headers.host ?? '';
      return `${isHttps(headers) ? 'https' : 'http'}://${host.toLowerCase()}`;
    },
    clientAddress: (request) => forwarded(request.headers, 'x-forwarded-for') ?? request.socket.remoteAddress ?? '',
  };
}

/** Next and next-auth read these; whatever the visitor wrote there is replaced by what is so. */
export function setForwarded(request: IncomingMessage, site: Site): void {
  const origin = new URL(site.origin(request.headers));
  delete request.headers.forwarded;
  delete request.headers['x-forwarded-port'];
  delete request.headers['x-middleware-subrequest'];
  request.headers['x-forwarded-host'] = origin.host;
  request.headers['x-forwarded-proto'] = origin.protocol.slice(0, -1);
  request.headers['x-forwarded-for'] = site.clientAddress(request);
}
