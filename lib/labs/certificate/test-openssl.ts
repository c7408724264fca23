import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReasonCode } from './check';
import { addressOctets } from './general-name';
import { listsOf, madeOf, start } from './state';
import type { TestChain } from './test-chains';

/** Whether the outside judge is on this machine; its recorded verdicts are compared everywhere. */
export const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

export function openssl(args: readonly string[], input?: Uint8Array | string): { text: string; ok: boolean } {
  const told = spawnSync('openssl', [...args], { input, encoding: 'utf8' });
  return { text: `${told.stdout}${told.stderr}`, ok: told.status === 0 };
}

/** A folder that is gone after `use`. */
export function inFolder<Result>(use: (path: (name: string) => string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-certificate-'));
  try {
    return use((name) => join(folder, name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function pem(kind: 'CERTIFICATE' | 'X509 CRL', bytes: Uint8Array): string {
  const lines = Buffer.from(bytes)
    .toString('base64')
    .replace(/.{1,64}/g, '$&\n');
  return `-----BEGIN ${kind}-----\n${lines}-----END ${kind}-----\n`;
}

/** What `openssl verify` says: whether it is good, and the numbers of its errors (X509_V_ERR_…), each once. */
export type OpensslVerdict = { readonly accepted: boolean; readonly errors: readonly number[] };

export function opensslVerdict({ setup, options }: TestChain): OpensslVerdict {
  const state = start(setup, 1);
  const [server] = setup.servers;
  if (!server) throw new Error('a chain has a server');
  const pemOf = (id: string) => pem('CERTIFICATE', madeOf(state, id)?.bytes ?? new Uint8Array(0));
  return inFolder((path) => {
    const [leaf = '', ...others] = server.presents;
    writeFileSync(path('leaf'), pemOf(leaf));
    writeFileSync(path('others'), others.map(pemOf).join(''));
    writeFileSync(path('trusted'), setup.trusted.map(pemOf).join(''));
    writeFileSync(
      path('lists'),
      listsOf(state)
        .map(({ bytes }) => pem('X509 CRL', bytes))
        .join(''),
    );
    const isAddress = addressOctets(server.name) !== null;
    const told = openssl([
      'verify',
      ...['-x509_strict', '-no-CApath', '-no-CAstore', '-purpose', 'sslserver', '-auth_level', '2'],
      ...['-attime', String(state.now / 1000), isAddress ? '-verify_ip' : '-verify_hostname', server.name],
      ...(setup.trusted.length > 0 ? ['-CAfile', path('trusted')] : ['-no-CAfile']),
      ...(others.length > 0 ? ['-untrusted', path('others')] : []),
      ...(setup.lists.length > 0
        ? ['-CRLfile', path('lists'), setup.revocation === 'required' ? '-crl_check_all' : '-crl_check']
        : []),
      ...options,
      path('leaf'),
    ]);
    const errors = [...told.text.matchAll(/^error (\d+) at/gm)].map((match) => Number(match[1]));
    return { accepted: told.ok, errors: [...new Set(errors)] };
  });
}

/** Our reasons by OpenSSL's numbers (x509_vfy.h): what each of its errors can mean to us. */
export const reasonsByError: Readonly<Record<number, readonly ReasonCode[]>> = {
  3: ['crl-missing'],
  7: ['signature-wrong'],
  8: ['crl-not-trusted'],
  9: ['not-yet-valid'],
  10: ['expired'],
  12: ['crl-outdated'],
  18: ['self-signed'],
  19: ['untrusted-root'],
  20: ['issuer-missing'],
  21: ['issuer-missing'],
  23: ['revoked'],
  24: ['not-a-ca'],
  25: ['path-too-long'],
  // A purpose is checked with what an authority needs for it.
  26: ['not-for-servers', 'not-a-ca', 'may-not-sign-certificates'],
  32: ['may-not-sign-certificates'],
  34: ['unknown-critical'],
  47: ['name-not-permitted'],
  48: ['name-excluded'],
  62: ['name-mismatch', 'no-names'],
  64: ['name-mismatch', 'no-names'],
  66: ['weak-key'],
  67: ['weak-key'],
  68: ['weak-digest'],
  79: ['not-a-ca', 'may-not-sign-certificates'],
  82: ['not-a-ca'],
};
