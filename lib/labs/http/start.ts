import { noBytes } from '../bytes';
import { freshClient } from './client/fetch-step';
import type { Field } from './message';
import { createStore } from './origin/store';
import { quietRelay } from './relay';
import { epoch, type HttpSetup } from './setup';
import type { HttpState } from './state';

/** A browser that knows nothing, a server on which nothing has happened. */
export function start(setup: HttpSetup, seed: number): HttpState {
  const { cache, cacheKind, cookies, follows } = setup.client;
  return {
    setup,
    seed,
    now: 0,
    store: createStore(seed, epoch),
    client: { ...freshClient, cacheKind, usesCache: cache, usesCookies: cookies, habits: habitsOf(setup) },
    follows,
    exchanges: [],
    log: [],
    pending: noBytes,
    redirect: null,
    relay: quietRelay,
    passages: [],
    named: [],
    decoded: [],
  };
}

function habitsOf({ client }: HttpSetup): Field[] {
  const { agent, languages, encodings } = client;
  return [
    ...(agent === '' ? [] : [{ name: 'User-Agent', value: agent }]),
    { name: 'Accept', value: '*/*' },
    ...(languages === undefined ? [] : [{ name: 'Accept-Language', value: languages }]),
    ...(encodings === undefined ? [] : [{ name: 'Accept-Encoding', value: encodings }]),
  ];
}
