import { fixtureRsaKey } from '../crypto/fixture-rsa-keys';
import { ecKeyRing, type KeyRing } from './server-certificate';

/** The keys of either sort that a server of this lab may have. */
export const keyRings: Readonly<Record<KeyRing['kind'], KeyRing>> = {
  p256: ecKeyRing,
  rsa: {
    kind: 'rsa',
    keys: fixtureRsaKey,
    forger: () => ({ server: fixtureRsaKey('server-b'), authority: fixtureRsaKey('root-b') }),
  },
};
