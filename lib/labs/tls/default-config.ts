import type { PrivateKey } from '../crypto/fixture-keys';
import type { ClientConfig, ServerConfig } from './config';
import { computedSchemes } from './signature';
import { suiteNames } from './suites';

const common = {
  chance: { seed: 1 },
  connection: '',
  versions: ['1.3', '1.2'],
  suites: suiteNames,
  groups: ['x25519', 'secp256r1'],
  schemes: computedSchemes,
  protocols: [],
  extendedMasterSecret: true,
  now: 0,
  packing: 'apart',
  largestFragment: 2 ** 14,
} as const;

/** A client of today; whoever makes one says what differs. */
export function clientConfig(differs: Partial<ClientConfig> = {}): ClientConfig {
  return {
    ...common,
    shares: ['x25519'],
    name: null,
    trust: null,
    tickets: true,
    compatibility: true,
    resume: null,
    look: {},
    ...differs,
  };
}

/** A server of today with this certificate (leaf first) and its key. */
export function serverConfig(
  chain: readonly Uint8Array[],
  key: PrivateKey,
  differs: Partial<ServerConfig> = {},
): ServerConfig {
  return { ...common, chain, key, names: null, tickets: 1, ticketLifetime: 7_200, cookie: false, ...differs };
}
