import { noBytes } from '../bytes';
import { fixtureNow } from '../certificate/fixture-chain';
import { digest } from '../crypto/digest';
import { evaluatePreconditions } from '../http/conditional';
import { httpDate } from '../http/http-date';
import { type Field, fieldValue, type HttpRequest, type HttpResponse } from '../http/message';
import { reasonOf } from '../http/status-text';
import { hexOf } from '../tls/field-reader';
import { bodyOf, mediaTypes } from './body';
import type { Resource, Site } from './setup';

/** What a site answers to a request, and how long it thinks about it, in milliseconds. */
export function answer(
  site: Site,
  secure: boolean,
  request: HttpRequest,
  now: number,
): { response: HttpResponse; think: number } {
  const path = request.target.split('?')[0] ?? '/';
  const always: Field[] = [{ name: 'Date', value: httpDate(fixtureNow + now) }];
  const closes = fieldValue(request.fields, 'connection')?.toLowerCase() === 'close';
  if (closes) always.push({ name: 'Connection', value: 'close' });
  // RFC 6797 §7.2: never over plain HTTP, where anybody could have put it there.
  if (secure && site.hsts !== undefined) always.push({ name: 'Strict-Transport-Security', value: site.hsts });
  if (secure && site.altSvc !== undefined) always.push({ name: 'Alt-Svc', value: site.altSvc });
  if (!secure && site.plain === 'redirects') {
    const location = `https://${site.host}${request.target}`;
    return { response: respond(301, [...always, { name: 'Location', value: location }], noBytes), think: 0 };
  }
  const resource = site.resources.find((one) => one.path === path);
  if (!resource) return { response: respond(404, [...always, ...typed('text/html')], notFound), think: site.think };
  return { response: serve(resource, request, always, now), think: resource.think ?? site.think };
}

const notFound = new TextEncoder().encode('<!doctype html>\n<title>Not found</title>\n<p>Nothing is here.</p>\n');
const typed = (value: string): Field[] => [{ name: 'Content-Type', value }];

function serve(resource: Resource, request: HttpRequest, always: readonly Field[], now: number): HttpResponse {
  const { status, location, cacheControl, type } = resource;
  const fields = [...always];
  if (cacheControl !== undefined) fields.push({ name: 'Cache-Control', value: cacheControl });
  if (location !== undefined) return respond(status, [...fields, { name: 'Location', value: location }], noBytes);
  const body = bodyOf(resource);
  const etag = resource.etag ? tagOf(body) : null;
  if (etag) fields.push({ name: 'ETag', value: etag });
  const { outcome } = evaluatePreconditions(
    request.method,
    request.fields,
    { etag, lastModified: null },
    fixtureNow + now,
  );
  if (outcome === 'not-modified') return { ...respond(304, fields, noBytes), fields };
  return respond(status, [...fields, ...typed(mediaTypes[type])], body);
}

const tags = new WeakMap<Uint8Array, string>();

/** The same bytes have the same tag. */
function tagOf(body: Uint8Array): string {
  const known = tags.get(body);
  if (known !== undefined) return known;
  const tag = `"${hexOf(digest('sha256', body).subarray(0, 4))}"`;
  tags.set(body, tag);
  return tag;
}

function respond(status: number, fields: readonly Field[], body: Uint8Array): HttpResponse {
  return {
    version: 'HTTP/1.1',
    status,
    reason: reasonOf(status),
    fields: [...fields, { name: 'Content-Length', value: String(body.length) }],
    body,
    trailers: [],
  };
}
