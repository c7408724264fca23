import { fixtureNow } from '../certificate/fixture-chain';
import { clientLook } from './client-look';
import { clientConfig, serverConfig } from './default-config';
import { type ClientEndpoint, newClient, newServer, type ServerEndpoint } from './endpoint';
import { keyRings } from './key-rings';
import { identityFor } from './server-certificate';
import type { Session } from './session';
import type { TlsSetup } from './setup';
import type { TlsState } from './state';

/** The two ends of a connection that has not begun. `now`: seconds of virtual time. */
export function endpointsFor(
  setup: TlsSetup,
  seed: number,
  connection: number,
  now: number,
  resume: Session | null,
): { client: ClientEndpoint; server: ServerEndpoint } {
  const { host, client, server, packing, largestFragment } = setup;
  const identity = identityFor(server.certificate, keyRings[server.key], host);
  const common = {
    chance: { seed },
    connection: connection > 1 ? `${connection}.` : '',
    packing,
    largestFragment,
    now,
  };
  const trust = { trusted: identity.trusted, at: fixtureNow + now * 1_000, name: host, crls: identity.crls };
  const { checks, look, ...offers } = client;
  return {
    client: newClient(
      clientConfig({
        ...common,
        ...offers,
        name: host,
        trust: checks ? trust : null,
        look: clientLook(look, seed),
        resume,
      }),
    ),
    server: newServer(
      serverConfig(identity.chain, identity.key, {
        ...common,
        versions: server.versions,
        suites: server.suites,
        groups: server.groups,
        protocols: server.protocols,
        extendedMasterSecret: server.extendedMasterSecret,
        tickets: server.tickets,
        cookie: server.cookie,
        names: server.strictName ? [server.certificate === 'other-name' ? `not-${host}` : host] : null,
      }),
    ),
  };
}

export function start(setup: TlsSetup, seed: number): TlsState {
  return {
    setup,
    seed,
    now: 0,
    connection: 0,
    ...endpointsFor(setup, seed, 1, 0, null),
    records: [],
    wire: [],
    history: [],
    sessions: [],
    keyLog: [],
    listener: 'nothing',
    story: [],
    attempts: [],
    ordered: null,
  };
}
