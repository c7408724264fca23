import { concatenated, noBytes } from '../bytes';
import { draw } from './chance';
import { extensionTypes, groups } from './code-points';
import type { ClientLook } from './config';
import type { Extension } from './extension';
import { uint, vector } from './write';

const greaseValues = Array.from({ length: 16 }, (_, number) => number * 0x1010 + 0x0a0a);

/**
 * What a browser of today adds to its hello although this client cannot compute it: GREASE (RFC 8701), a share of the hybrid
 * group X25519MLKEM768, which makes the hello longer than one packet, and an encrypted_client_hello of chance (RFC 9849).
 */
export function clientLook(look: 'plain' | 'browser', seed: number): ClientLook {
  if (look === 'plain') return {};
  const chosen = draw({ seed }, 'client.grease', 4);
  const grease = (place: number) => greaseValues[(chosen[place] ?? 0) & 0xf] ?? 0x0a0a;
  const extensions: Extension[] = [
    { type: 'other', code: extensionTypes.status_request, data: Uint8Array.of(1, 0, 0, 0, 0) },
    { type: 'other', code: extensionTypes.signed_certificate_timestamp, data: noBytes },
    { type: 'other', code: extensionTypes.encrypted_client_hello, data: sealedHello(seed) },
    { type: 'other', code: grease(1), data: Uint8Array.of(0) },
  ];
  return {
    suites: [grease(0)],
    groups: [grease(2), groups.X25519MLKEM768],
    versions: [grease(3)],
    shares: [
      { group: grease(2), length: 1 },
      { group: groups.X25519MLKEM768, length: 1_216 },
    ],
    extensions,
  };
}

/** ECHClientHello, outer (RFC 9849 §5), filled with chance: a browser that has no key for a site sends one all the same. */
function sealedHello(seed: number): Uint8Array {
  const chance = draw({ seed }, 'client.ech', 177);
  return concatenated(
    uint(0, 1),
    // HKDF-SHA256 and AES-128-GCM.
    uint(1, 2),
    uint(1, 2),
    chance.subarray(0, 1),
    vector(2, chance.subarray(1, 33)),
    vector(2, chance.subarray(33)),
  );
}
