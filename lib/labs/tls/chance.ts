import { nextUint32, seeded } from '../random';

/**
 * Where an endpoint's chance comes from: every value has a name, and follows from the seed and that name alone,
 * so that one more value moves no other. `given`: values that are known beforehand, as in a published trace.
 */
export type Chance = { readonly seed: number; readonly given?: Readonly<Record<string, Uint8Array>> };

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), 32 bits. */
function branchOf(name: string): number {
  let hash = 0x811c_9dc5;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x0100_0193);
  return hash >>> 0;
}

/** So many bytes for a purpose: `draw(chance, 'client.random', 32)`. Teaching only: 32 bits of seed are no secret. */
export function draw(chance: Chance, name: string, length: number): Uint8Array {
  const given = chance.given?.[name];
  if (given) return given;
  const bytes = new Uint8Array(length);
  let state = seeded(chance.seed, branchOf(name));
  for (let at = 0; at < length; at += 4) {
    const next = nextUint32(state);
    state = next.state;
    for (let part = 0; part < 4 && at + part < length; part += 1) bytes[at + part] = next.value >>> (24 - part * 8);
  }
  return bytes;
}

/** The same without a zero in it, for the padding of RSA (RFC 8017 §7.2.1). */
export function drawNonZero(chance: Chance, name: string, length: number): Uint8Array {
  return draw(chance, name, length).map((byte, at) => byte || 1 + (at % 255));
}
