import { assertNever } from '@/lib/assert-never';
import { noBytes } from '../bytes';
import type { Transition } from '../lab';
import type { HttpAction } from './action';
import { closeByHand, sendByHand } from './by-hand';
import { originOf, type Wish } from './client/fetch-step';
import { basicValue } from './credentials';
import type { HttpEvent } from './event';
import { fetchInBrowser, followRedirect } from './in-browser';
import { addExchange, cost, explain, logged, type Moment, noDeed, passTime, wallClock } from './moment';
import { textOctets } from './octets';
import { decodeSpecimen, nameFault } from './on-paper';
import { respond } from './origin/respond';
import type { HttpState } from './state';
import { victimPasses } from './through-relay';

/** See `Lab.step`. All parts of the state are replaced, never changed, so a copy of its outside is enough. */
export function step(state: HttpState, action: HttpAction): Transition<HttpState, HttpEvent> {
  return advance({ ...state }, action);
}

/** The same in place. */
export function advance(state: HttpState, action: HttpAction): Transition<HttpState, HttpEvent> {
  const moment: Moment = { state, events: [], cost: 1 };
  perform(moment, action);
  return { state, events: moment.events, cost: moment.cost };
}

function perform(moment: Moment, action: HttpAction) {
  switch (action.kind) {
    case 'send':
      return sendByHand(moment, action.text);
    case 'close':
      return closeByHand(moment);
    case 'request':
      return fetchInBrowser(moment, wishOf(moment.state, action));
    case 'follow':
      return followRedirect(moment);
    case 'wait':
      passTime(moment, action.ms);
      return explain(moment, { code: 'time', ms: action.ms });
    case 'toggle':
      return toggle(moment, action.what, action.on);
    case 'clear':
      return clear(moment, action.what);
    case 'log-in':
      return authorize(moment, 'basic', basicValue(action.user, action.password));
    case 'use-token':
      return authorize(moment, 'bearer', `Bearer ${action.token}`);
    case 'log-out':
      return authorize(moment, null, null);
    case 'name-fault':
      return nameFault(moment, action.specimen, action.fault);
    case 'decode':
      return decodeSpecimen(moment, action.specimen, action.text);
    case 'victim':
      return victimPasses(moment);
    case 'change':
      return change(moment, action.path);
    default:
      return assertNever(action);
  }
}

function absolute({ setup }: HttpState, address: string): string {
  return address.startsWith('/') ? `${setup.scheme}://${setup.host}${address}` : address;
}

function wishOf(state: HttpState, action: HttpAction & { kind: 'request' }): Wish {
  return {
    method: action.method,
    url: absolute(state, action.url),
    fields: action.fields,
    body: action.body === '' ? noBytes : new TextEncoder().encode(action.body),
    mode: action.mode,
    initiator: action.from === undefined ? null : absolute(state, action.from),
    isNavigation: action.as === 'visit',
  };
}

function toggle(moment: Moment, what: 'cache' | 'cookies' | 'follows', on: boolean) {
  const { state } = moment;
  const { client } = state;
  const is = { cache: client.usesCache, cookies: client.usesCookies, follows: state.follows }[what];
  if (is === on) return noDeed(moment, 'already-so');
  if (what === 'follows') state.follows = on;
  else if (what === 'cache') state.client = { ...client, usesCache: on };
  else state.client = { ...client, usesCookies: on };
  explain(moment, { code: 'switched', what, on });
}

function clear(moment: Moment, what: 'cache' | 'cookies' | 'session') {
  const { state } = moment;
  const { client } = state;
  const { cache, jar } = client;
  const left = {
    cache: { cache: [] },
    cookies: { jar: [] },
    session: { jar: jar.filter(({ expiresAt }) => expiresAt !== null), credentials: {} },
  }[what];
  state.client = { ...client, ...left };
  const count = cache.length - state.client.cache.length + jar.length - state.client.jar.length;
  explain(moment, { code: 'cleared', what, count });
}

function authorize(moment: Moment, scheme: 'basic' | 'bearer' | null, value: string | null) {
  const { state } = moment;
  const origin = originOf(absolute(state, '/'));
  const { [origin]: _known, ...others } = state.client.credentials;
  state.client = { ...state.client, credentials: value === null ? others : { ...others, [origin]: value } };
  explain(moment, { code: 'knows-credentials', scheme });
}

/** Somebody else, somewhere else: it takes him no time that anybody here would notice. */
function change(moment: Moment, path: string) {
  const { state } = moment;
  const isNote = path.startsWith('/notes/');
  const body = isNote ? '{"text":"Somebody else was here."}' : 'x';
  const method = isNote ? 'PATCH' : 'POST';
  const type = isNote ? 'Content-Type: application/merge-patch+json\r\nIf-Match: *\r\n' : '';
  const lines = `${method} ${path} HTTP/1.1\r\nHost: ${state.setup.host}\r\n${type}Content-Length: ${body.length}\r\n\r\n${body}`;
  const request = textOctets(lines);
  const answered = respond(state.store, request, wallClock(state));
  if (answered.kind === 'waiting') return noDeed(moment, 'nothing-there');
  moment.cost += cost.exchange;
  state.store = answered.store;
  const { status } = answered.message;
  const url = absolute(state, path);
  const at = { sentAt: state.now, arrivedAt: state.now };
  const entry = logged(moment, answered.entry);
  addExchange(moment, {
    by: 'other',
    url,
    method,
    request,
    response: answered.response,
    seen: answered.message,
    entry,
    ...at,
  });
  explain(moment, { code: 'changed', path, status });
}
