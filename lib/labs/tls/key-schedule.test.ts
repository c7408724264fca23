import { createECDH, createHash, createHmac, createPrivateKey, createPublicKey, diffieHellman } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { concatenated, noBytes, sameBytes } from '../bytes';
import { hkdfLabel } from '../crypto/digest';
import { formulaOf, isPublic } from './key-formula';
import { anyKnown, keyPlan, keySlots } from './key-slots';
import { type TlsPresetId, tlsPreset, tlsPresetIds } from './presets';
import { sides } from './side';
import type { TlsState } from './state';
import { tlsLab } from './tls-lab';
import type { Value, ValueName } from './value';

const played = new Map<TlsPresetId, TlsState[]>();

/** Every state a preset goes through. */
function statesOf(id: TlsPresetId): TlsState[] {
  const before = played.get(id);
  if (before) return before;
  const { setup, actions } = tlsPreset(id);
  const states = [tlsLab.start(setup, 1)];
  for (const action of actions) {
    const last = states.at(-1);
    if (last) states.push(tlsLab.step(last, action).state);
  }
  played.set(id, states);
  return states;
}

function lastOf(id: TlsPresetId): TlsState {
  const last = statesOf(id).at(-1);
  if (!last) throw new Error('no state');
  return last;
}

/** Made by Node's OpenSSL out of the values that the picture names as its inputs; undefined where it names none. */
function made(value: Value, inputs: readonly Uint8Array[], hash: string): Uint8Array | undefined {
  const [first = noBytes, ...rest] = inputs;
  const zeros = new Uint8Array(hash === 'sha256' ? 32 : 48);
  const hmac = (key: Uint8Array, ...parts: readonly Uint8Array[]) =>
    Uint8Array.from(
      createHmac(hash, key)
        .update(concatenated(...parts))
        .digest(),
    );
  const { label = '', bytes, by, from } = value;
  switch (by) {
    case 'prf': {
      const seed = concatenated(new TextEncoder().encode(label), ...rest);
      let a: Uint8Array = seed;
      let all: Uint8Array = noBytes;
      while (all.length < bytes.length) {
        a = hmac(first, a);
        all = concatenated(all, hmac(first, a, seed));
      }
      return all.subarray(0, bytes.length);
    }
    case 'hkdf-extract':
      if (from.length === 2) return hmac(first, rest[0] ?? noBytes);
      return from[0] === 'psk' ? hmac(zeros, first) : hmac(from.length === 0 ? zeros : first, zeros);
    case 'hkdf-expand-label': {
      const overNothing = label === 'derived' || label === 'res binder';
      const context = rest[0] ?? (overNothing ? Uint8Array.from(createHash(hash).digest()) : noBytes);
      return hmac(first, hkdfLabel(label, context, bytes.length), Uint8Array.of(1)).subarray(0, bytes.length);
    }
    case 'hmac':
      return hmac(first, ...rest);
    case 'part': {
      const [begin = 0, end = 0] = label.split('..').map(Number);
      return first.subarray(begin, end + 1);
    }
    case 'ecdhe':
      return shared(label, first, rest[0] ?? noBytes);
    default:
      return undefined;
  }
}

function shared(group: string, own: Uint8Array, peer: Uint8Array): Uint8Array {
  if (group === 'secp256r1') {
    const ecdh = createECDH('prime256v1');
    ecdh.setPrivateKey(own);
    return Uint8Array.from(ecdh.computeSecret(peer));
  }
  const der = (prefix: string, key: Uint8Array) => Buffer.concat([Buffer.from(prefix, 'hex'), key]);
  return Uint8Array.from(
    diffieHellman({
      privateKey: createPrivateKey({ key: der('302e020100300506032b656e04220420', own), format: 'der', type: 'pkcs8' }),
      publicKey: createPublicKey({ key: der('302a300506032b656e032100', peer), format: 'der', type: 'spki' }),
    }),
  );
}

const computed = ['prf', 'hkdf-extract', 'hkdf-expand-label', 'hmac', 'part', 'ecdhe'];

/** The values of a side that are not what OpenSSL makes of the inputs they name. */
function wrongIn(state: TlsState, side: (typeof sides)[number]): ValueName[] {
  const known = (name: ValueName) => keySlots(state).find((slot) => slot.name === name)?.known[side];
  const { suite } = state[side];
  return keySlots(state).flatMap(({ known: { [side]: value } }) => {
    if (!value || !suite || !computed.includes(value.by)) return [];
    const inputs = value.from.map((name) => known(name)?.bytes);
    if (inputs.includes(undefined)) return [value.name];
    const bytes = made(
      value,
      inputs.flatMap((input) => input ?? []),
      suite.hash,
    );
    return bytes && sameBytes(bytes, value.bytes) ? [] : [value.name];
  });
}

describe('the picture of the key schedule', () => {
  it.each(tlsPresetIds)('%s: every value follows, by OpenSSL, from the inputs that it names', (id) => {
    const state = lastOf(id);
    for (const side of sides) expect(wrongIn(state, side)).toEqual([]);
  });

  it('shows a value that does not follow', () => {
    const state = structuredClone(lastOf('tls13'));
    const secret = state.client.values.find(({ name }) => name === 'handshake_secret');
    if (secret) secret.bytes[0] = (secret.bytes[0] ?? 0) ^ 1;
    expect(wrongIn(state, 'client')).toContain('handshake_secret');
  });

  it.each(tlsPresetIds)('%s: has a place for every value that a side holds, and grows step by step', (id) => {
    let before = 0;
    let connection = 0;
    for (const state of statesOf(id)) {
      const slots = keySlots(state);
      const names = slots.map(({ name }) => name);
      const held = sides.flatMap((side) => state[side].values.map(({ name }) => name));
      const isDown = keyPlan(state).version === '1.2';
      // A client that offered 1.3 too has a share that 1.2 by RSA does not use.
      const isIdle = (name: ValueName) => isDown && /private_key|key_share/.test(name);
      expect(held.filter((name) => !names.includes(name) && !isIdle(name))).toEqual([]);
      const known = slots.filter((slot) => anyKnown(slot) !== null).length;
      expect(known).toBeGreaterThanOrEqual(state.connection === connection ? before : 0);
      before = known;
      connection = state.connection;
    }
  });

  it.each(tlsPresetIds)('%s: names an input before what is made of it', (id) => {
    const slots = keySlots(lastOf(id));
    const names = slots.map(({ name }) => name);
    for (const slot of slots) {
      for (const side of sides) {
        const value = slot.known[side];
        // What was encrypted is an input for whoever opens it, and an outcome for whoever closed it.
        if (!value || value.by === 'decrypted') continue;
        for (const name of value.from) {
          // A key update makes a secret of itself.
          if (name !== slot.name) expect(names.indexOf(name)).toBeLessThan(names.indexOf(slot.name));
        }
      }
    }
  });

  it('says of every value how it is computed, or that it is not', () => {
    for (const id of tlsPresetIds) {
      for (const slot of keySlots(lastOf(id))) {
        const value = anyKnown(slot);
        if (!value) continue;
        const formula = formulaOf(value);
        for (const name of value.from) expect(formula).toContain(name);
        expect(formula === null).toBe(['drawn', 'received', 'opened', 'kept'].includes(value.by));
      }
    }
  });

  it('expects, before anything is said, what will come', () => {
    for (const id of tlsPresetIds) {
      const [first] = statesOf(id);
      const last = lastOf(id);
      if (!first || last.connection > 1 || last.client.phase === 'FAILED' || last.server.phase === 'FAILED') continue;
      expect(keySlots(first).map(({ name }) => name)).toEqual(keySlots(last).map(({ name }) => name));
    }
  });

  it('shows on which side a value was swapped', () => {
    const slot = keySlots(lastOf('swapped-random')).find(({ name }) => name === 'client_random');
    expect(slot?.known.client?.bytes).not.toEqual(slot?.known.server?.bytes);
  });

  it('calls public what crosses the wire in the clear, and nothing that is made of a secret', () => {
    for (const id of tlsPresetIds) {
      const state = lastOf(id);
      const wire = state.records.flatMap(({ protection, sent }) => (protection ? [] : [Buffer.from(sent)]));
      for (const slot of keySlots(state)) {
        const value = anyKnown(slot);
        if (!value || value.by === 'transcript-hash' || slot.name === 'ticket_nonce') continue;
        const isSeen = wire.some((record) => record.includes(Buffer.from(value.bytes)));
        expect([id, slot.name, isSeen]).toEqual([id, slot.name, isPublic(slot.name) && isSeen]);
        if (isPublic(slot.name) && state.connection === 1)
          expect([id, slot.name, isSeen]).toEqual([id, slot.name, true]);
      }
    }
  });
});
