import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { addressOf, idUnder, pageOfAction } from './addresses';
import type { Cast } from './cast';
import type { Asker } from './roles';
import { argumentsOf } from './ways-in';

export type Answer = { readonly gets: string; readonly body: string };

/** The ids under which a build knows its actions. */
export type ActionIds = ReadonlyMap<string, string>;

const manifest = z.object({
  node: z.record(z.string(), z.looseObject({ exportedName: z.string(), filename: z.string() })),
});

export function readActionIds(file: string): ActionIds {
  const { node } = manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
  return new Map(Object.entries(node).map(([id, { exportedName, filename }]) => [`${filename} ${exportedName}`, id]));
}

type Product = { readonly url: string; readonly actions: ActionIds };

/** Asks the product one thing as one asker, with a browser of their own, and says what they got. */
export async function ask(product: Product, cast: Cast, way: string, ids: string, asker: Asker): Promise<Answer> {
  const cookie = await cast.cookie(asker);
  const [what = '', where = ''] = way.split(' ');
  const reply = what.startsWith('app/')
    ? await act(product, cast, what, where, ids, cookie)
    : await call(product, addressOf(where, ids, cast), what, cookie);
  return { gets: said(reply), body: reply.body };
}

type Reply = { readonly status: number; readonly to: string; readonly body: string };

/** As a browser asks for a page, or a program calls. A stream is looked at and left. */
async function call({ url }: Product, address: string, method: string, cookie: string): Promise<Reply> {
  const leaving = new AbortController();
  const headers: Record<string, string> = {
    ...(cookie ? { cookie } : {}),
    accept: method === 'GET' && !address.startsWith('/api/') ? 'text/html' : '*/*',
  };
  const isForm = address.startsWith('/api/forms/');
  const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json';
  if (method !== 'GET') Object.assign(headers, { origin: url, 'content-type': type });
  const response = await fetch(url + address, {
    method,
    headers,
    redirect: 'manual',
    signal: leaving.signal,
    ...(method === 'GET' ? {} : { body: isForm ? '' : '{}' }),
  });
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  const body = isStream ? '' : await response.text();
  if (isStream) leaving.abort();
  return { status: response.status, to: response.headers.get('location') ?? '', body };
}

/** An action as a page's script sends it: by its id, with a form that names the class and nothing else. */
async function act(
  { url, actions }: Product,
  cast: Cast,
  file: string,
  action: string,
  ids: string,
  cookie: string,
): Promise<Reply> {
  const id = actions.get(`${file} ${action}`);
  if (id === undefined) throw new Error(`the build knows no ${action} in ${file}`);
  const form = new FormData();
  const classId = idUnder('class', ids, cast);
  for (const name of ['class', 'classId']) form.set(`_1_${name}`, decodeURIComponent(classId));
  form.set('_1_locale', 'en');
  form.set('0', argumentsOf(file, action) > 1 ? '[{},"$K1"]' : '["$K1"]');
  const response = await fetch(url + addressOf(pageOfAction(file), '', cast), {
    method: 'POST',
    headers: { ...(cookie ? { cookie } : {}), origin: url, 'next-action': id, accept: 'text/x-component' },
    redirect: 'manual',
    body: form,
  });
  const body = await response.text();
  return {
    status: response.status,
    to: response.headers.get('x-action-redirect') ?? response.headers.get('location') ?? '',
    body,
  };
}

function said({ status, to }: Reply): string {
  if (to !== '' && status < 400) return to.includes('/sign-in') ? 'in' : 'go';
  if (status === 404) return '-';
  return status >= 200 && status < 300 ? 'ok' : String(status);
}
