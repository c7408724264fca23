import type { EcdhGroup } from '../crypto/ecdh';
import type { Endpoint } from './endpoint';
import { peerOf } from './side';
import { keep } from './talk';

/** A side's own half of a Diffie–Hellman exchange, for the picture of the key schedule: what it keeps, and what it sends. */
export function keepOwnShare(endpoint: Endpoint, group: EcdhGroup, privateKey: Uint8Array, share: Uint8Array): void {
  const { side } = endpoint;
  keep(endpoint, { name: `${side}_private_key`, bytes: privateKey, by: 'drawn', from: [] });
  const from = [`${side}_private_key`] as const;
  keep(endpoint, { name: `${side}_key_share`, bytes: share, by: 'ecdhe-share', from, label: group });
}

/** The other half, as it came in the clear. */
export function keepPeerShare(endpoint: Endpoint, share: Uint8Array): void {
  keep(endpoint, { name: `${peerOf(endpoint.side)}_key_share`, bytes: share, by: 'received', from: [] });
}

/** What both halves lead to, by either way. */
export function keepSharedSecret(
  endpoint: Endpoint,
  name: 'premaster_secret' | 'ecdhe_shared_secret',
  bytes: Uint8Array,
): void {
  const { side, group } = endpoint;
  const from = [`${side}_private_key`, `${peerOf(side)}_key_share`] as const;
  keep(endpoint, { name, bytes, by: 'ecdhe', from, ...(group ? { label: group } : {}) });
}
