import { lookup as resolve } from 'node:dns';
import { type ClientRequestArgs, type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from '@/lib/outside/public-address';

/** How far we go out: by default only to public servers, and only by https. */
export type Reach = { readonly plainHttp: boolean; readonly privateAddresses: boolean };
export const publicOnly: Reach = { plainHttp: false, privateAddresses: false };

export type OutsideCall = {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The most that is read of the answer. */
  readonly maxBytes?: number;
  readonly seconds?: number;
  readonly signal?: AbortSignal;
};

export type OutsideReply = {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};

/** Why nothing came back. The message names the host and never what was sent. */
export class OutsideFault extends Error {
  override name = 'OutsideFault';
  constructor(
    readonly why: 'address' | 'not-https' | 'private' | 'unreachable' | 'too-slow' | 'too-large',
    message: string,
  ) {
    super(message);
  }
}

const MOST_BYTES = 256 * 1024;
const SECONDS = 10;

/**
 * Calls another system at an address that somebody else wrote. The address that the name has at the moment of connecting is the one that is
 * judged, so that a name which changes its mind in between gets nowhere; redirects are not followed.
 */
export async function callOutside(call: OutsideCall, reach: Reach): Promise<OutsideReply> {
  const url = allowedUrl(call.url, reach);
  const seconds = call.seconds ?? SECONDS;
  const time = AbortSignal.timeout(seconds * 1_000);
  const signal = call.signal ? AbortSignal.any([time, call.signal]) : time;
  try {
    return await exchange(url, call, reach, signal);
  } catch (error) {
    if (error instanceof OutsideFault) throw error;
    if (time.aborted) throw new OutsideFault('too-slow', `${url.host} did not answer within ${seconds} seconds.`);
    call.signal?.throwIfAborted();
    const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    throw new OutsideFault('unreachable', `${url.host} cannot be reached${code}.`);
  }
}

/** `https://lms.example.org/keys`, if one may go there at all. */
export function allowedUrl(text: string, reach: Reach): URL {
  if (text.length > 2_000 || !URL.canParse(text))
    throw new OutsideFault('address', 'This is no address of a web server.');
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(reach.plainHttp && url.protocol === 'http:'))
    throw new OutsideFault('not-https', `${url.host || url.protocol} is not reached by https.`);
  if (url.username || url.password)
    throw new OutsideFault('address', `The address at ${url.host} holds a name or a password.`);
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) && !reach.privateAddresses && !isPublicAddress(literal)) throw privateFault(url.host);
  return url;
}

function privateFault(host: string): OutsideFault {
  return new OutsideFault('private', `${host} is an address of a private network.`);
}

function exchange(url: URL, call: OutsideCall, reach: Reach, signal: AbortSignal): Promise<OutsideReply> {
  const most = call.maxBytes ?? MOST_BYTES;
  const send = url.protocol === 'https:' ? secureRequest : plainRequest;
  const options: ClientRequestArgs = {
    method: call.method ?? 'GET',
    headers: {
      'user-agent': 'Handrail',
      ...call.headers,
      ...(call.body === undefined ? {} : { 'content-length': Buffer.byteLength(call.body) }),
    },
    signal,
    // A connection of its own: what was allowed for one call is not there for the next.
    agent: false,
    lookup: guardedLookup(url.host, reach),
  };
  return new Promise((done, failed) => {
    const request = send(url, options, (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > most) {
          failed(new OutsideFault('too-large', `${url.host} answered with more than ${most} bytes.`));
          request.destroy();
        } else chunks.push(chunk);
      });
      response.on('error', failed);
      response.on('end', () =>
        done({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    request.on('error', failed);
    request.end(call.body);
  });
}

/** Looks a name up as usual, and gives only addresses that one may go to. */
function guardedLookup(host: string, reach: Reach): LookupFunction {
  return (name, options, callback) => {
    resolve(name, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '');
      const allowed = reach.privateAddresses ? addresses : addresses.filter(({ address }) => isPublicAddress(address));
      const [first] = allowed;
      if (!first) return callback(privateFault(host), '');
      if (options.all) return callback(null, allowed);
      return callback(null, first.address, first.family);
    });
  };
}
