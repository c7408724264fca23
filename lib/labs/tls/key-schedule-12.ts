import { concatenated } from '../bytes';
import { keyLength } from '../crypto/aead';
import { prf } from '../crypto/digest';
import { Fatal } from './alert';
import type { Endpoint } from './endpoint';
import { logKey } from './key-log';
import type { Protection } from './protection';
import { ivLength } from './record';
import { keep, knownValue, note, suiteIn, transcriptHash, unlessSwapped } from './talk';
import type { ValueName } from './value';

function needed(endpoint: Endpoint, name: ValueName): Uint8Array {
  const bytes = knownValue(endpoint, name);
  if (!bytes) throw new Fatal('internal_error', 'value-missing');
  return bytes;
}

/** The two randoms as this side goes on with them: the PRF's seed, the client's first for the master secret. */
function randoms(endpoint: Endpoint): { client: Uint8Array; server: Uint8Array } {
  return {
    client: unlessSwapped(endpoint, 'client_random', needed(endpoint, 'client_random')),
    server: unlessSwapped(endpoint, 'server_random', needed(endpoint, 'server_random')),
  };
}

/** RFC 5246 §8.1, or RFC 7627 §4 where both sides asked for the extended master secret: bound to all that was said. */
export function deriveMasterSecret(endpoint: Endpoint, premaster: Uint8Array): void {
  const { hash } = suiteIn(endpoint);
  const secret = unlessSwapped(endpoint, 'premaster_secret', premaster);
  const { client, server } = randoms(endpoint);
  if (endpoint.extendedMasterSecret) {
    const sessionHash = transcriptHash(endpoint);
    keep(endpoint, { name: 'session_hash', bytes: sessionHash, by: 'transcript-hash', from: [] });
    const bytes = prf(hash, secret, 'extended master secret', sessionHash, 48);
    const from = ['premaster_secret', 'session_hash'] as const;
    keep(endpoint, { name: 'master_secret', bytes, by: 'prf', from, label: 'extended master secret' });
  } else {
    const bytes = prf(hash, secret, 'master secret', concatenated(client, server), 48);
    const from = ['premaster_secret', 'client_random', 'server_random'] as const;
    keep(endpoint, { name: 'master_secret', bytes, by: 'prf', from, label: 'master secret' });
  }
  note(endpoint, { code: 'derived', names: ['master_secret'] });
}

/** RFC 5246 §6.3: the key block, cut into keys and ivs; a suite with AEAD needs no MAC keys. Server random first here. */
export function deriveKeyBlock(endpoint: Endpoint): void {
  const { hash, aead } = suiteIn(endpoint);
  const { client, server } = randoms(endpoint);
  const facts = { version: '1.2', aead } as const;
  const key = keyLength[aead];
  const iv = ivLength(facts);
  const master = needed(endpoint, 'master_secret');
  const block = prf(hash, master, 'key expansion', concatenated(server, client), 2 * key + 2 * iv);
  const from = ['master_secret', 'server_random', 'client_random'] as const;
  keep(endpoint, { name: 'key_block', bytes: block, by: 'prf', from, label: 'key expansion' });
  const cuts = [
    ['client_write_key', 0, key],
    ['server_write_key', key, key],
    ['client_write_iv', 2 * key, iv],
    ['server_write_iv', 2 * key + iv, iv],
  ] as const;
  logKey(endpoint, 'CLIENT_RANDOM', master);
  for (const [name, at, length] of cuts) {
    const label = `${at}..${at + length - 1}`;
    keep(endpoint, { name, bytes: block.slice(at, at + length), by: 'part', from: ['key_block'], label });
  }
  note(endpoint, { code: 'derived', names: ['key_block', ...cuts.map(([name]) => name)] });
  const protectionOf = (side: 'client' | 'server'): Protection => ({
    ...facts,
    key: needed(endpoint, `${side}_write_key`),
    iv: needed(endpoint, `${side}_write_iv`),
    sequence: 0,
    epoch: 'session',
  });
  endpoint.nextWrite = protectionOf(endpoint.side);
  endpoint.nextRead = protectionOf(endpoint.side === 'client' ? 'server' : 'client');
}

/** RFC 5246 §7.4.9: what a side's Finished says over all messages so far. */
export function verifyData12(endpoint: Endpoint, side: 'client' | 'server'): Uint8Array {
  const { hash } = suiteIn(endpoint);
  const label = `${side} finished`;
  const heard = `hash_before_${side}_finished` as const;
  const seed = keep(endpoint, { name: heard, bytes: transcriptHash(endpoint), by: 'transcript-hash', from: [] });
  const bytes = prf(hash, needed(endpoint, 'master_secret'), label, seed, 12);
  return keep(endpoint, { name: `${side}_verify_data`, bytes, by: 'prf', from: ['master_secret', heard], label });
}
