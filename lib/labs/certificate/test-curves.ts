import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasOpenssl, inFolder, openssl } from './test-openssl';

/** Chains that OpenSSL makes with kinds of keys that no lab has: a root and a server's certificate in one PEM, server first. */
const kinds = {
  p384: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-384'],
  p521: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-521'],
  ed25519: ['ed25519'],
  pss: ['rsa:2048', '-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:32'],
  'pss-mixed': ['rsa:2048', '-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_mgf1_md:sha512'],
  secp256k1: ['ec', '-pkeyopt', 'ec_paramgen_curve:secp256k1'],
  ed448: ['ed448'],
} as const;

const madeFile = join(import.meta.dirname, 'recorded', 'openssl-curves.json');
/** What OpenSSL made once: for machines without it. New ones have other keys each time. */
const madeOnce: { at: number; files: Record<string, string> } = JSON.parse(readFileSync(madeFile, 'utf8'));

export type MadeChains = {
  readonly at: number;
  readonly files: Readonly<Record<string, string>>;
  /** Whether `openssl verify` takes each of them. */
  readonly accepted: Readonly<Record<string, boolean>>;
};

/** Each kind of chain as PEM, and whether OpenSSL accepts it: made now where it is at hand. */
export function curveChains(): MadeChains {
  if (!hasOpenssl)
    return { ...madeOnce, accepted: Object.fromEntries(Object.keys(madeOnce.files).map((kind) => [kind, true])) };
  return inFolder((path) => {
    const made = Object.entries(kinds).map(([kind, key]) => {
      const [newKey = '', ...options] = key;
      const [out, ca] = [path(`${kind}.pem`), path(`${kind}-ca.pem`)];
      const request = ['req', '-x509', '-nodes', '-days', '30', '-newkey', newKey, ...options];
      const authority = ['-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=keyCertSign,cRLSign'];
      const server = ['-addext', `subjectAltName=DNS:${kind}.example`, '-addext', 'basicConstraints=CA:FALSE'];
      const told = [
        openssl([...request, '-subj', `/CN=${kind} root`, ...authority, '-keyout', path('ca.key'), '-out', ca]),
        openssl([
          ...request,
          '-subj',
          `/CN=${kind}.example`,
          ...server,
          '-CA',
          ca,
          '-CAkey',
          path('ca.key'),
          '-keyout',
          path('key'),
          '-out',
          out,
        ]),
      ];
      if (told.some(({ ok }) => !ok)) throw new Error(`${kind}: ${told.map(({ text }) => text).join('\n')}`);
      const { ok } = openssl(['verify', '-CAfile', ca, '-verify_hostname', `${kind}.example`, out]);
      return { kind, ok, pem: readFileSync(out, 'utf8') + readFileSync(ca, 'utf8') };
    });
    return {
      at: Date.now() + 60_000,
      files: Object.fromEntries(made.map(({ kind, pem }) => [kind, pem])),
      accepted: Object.fromEntries(made.map(({ kind, ok }) => [kind, ok])),
    };
  });
}

/** Writes down what is made now: `HANDRAIL_RECORD=1 npx vitest …`. */
export function recordCurves({ at, files }: MadeChains) {
  writeFileSync(madeFile, `${JSON.stringify({ at, files }, null, 2)}\n`);
}
