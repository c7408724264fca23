import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsAt } from '../byte-map';
import { decodeDer } from '../der/decode';
import { encodeDer, integer, sequence } from '../der/encode';
import { DerFault, faultOr } from '../der/fault';
import { derValueOf } from '../der/node';
import { certificateMap } from './certificate-map';
import { buildCertificationRequest, parseCertificationRequest, verifyPossession } from './certification-request';
import { nameText, plainName } from './distinguished-name';
import { valueIn } from './extension';
import { generalNameText } from './general-name';
import { makeRequest } from './issue';
import { keyNamed } from './recipe';
import { hasOpenssl, inFolder, openssl } from './test-openssl';
import { testRequests } from './test-requests';
import { verifyAnySignature } from './verify-any-signature';

const recordedFile = join(import.meta.dirname, 'recorded', 'openssl-req.txt');

/** What OpenSSL says of a request: whether its signature holds, its subject, its key, its names. */
function opensslReads(der: Uint8Array): string {
  const form = ['req', '-inform', 'DER', '-noout'];
  // Both at once it does not print where key and algorithm are of two kinds.
  const verdict = /self-signature verify OK/.test(openssl([...form, '-verify'], der).text) ? 'good' : 'refused';
  const { text } = openssl([...form, '-text', '-nameopt', 'utf8,sep_comma_plus_space'], der);
  const said = (pattern: RegExp) => pattern.exec(text)?.[1]?.trim() || '-';
  return [
    verdict,
    said(/Subject: ?(.*)/),
    said(/Public Key Algorithm: (.*)/),
    said(/Public-Key: \((.*)\)/),
    said(/Subject Alternative Name:.*\n(.*)/),
    said(/Basic Constraints:.*\n(.*)/),
    said(/Signature Algorithm: (.*)/),
  ].join(' | ');
}

/** The same of what we read, in OpenSSL's words. */
function weRead(der: Uint8Array): string {
  const request = parseCertificationRequest(der);
  const { publicKey, extensions, signatureAlgorithm } = request;
  const names = valueIn(extensions, 'subjectAltName')?.names.map((name) =>
    name.kind === 'ip' ? `IP Address:${generalNameText(name).toUpperCase()}` : `DNS:${generalNameText(name)}`,
  );
  const cA = valueIn(extensions, 'basicConstraints')?.cA;
  return [
    verifyPossession(request) === 'right' ? 'good' : 'refused',
    nameText(request.subject) || '-',
    publicKey.kind === 'rsa' ? 'rsaEncryption' : 'id-ecPublicKey',
    publicKey.kind === 'rsa' ? `${publicKey.n.toString(2).length} bit` : '256 bit',
    names?.join(', ') ?? '-',
    cA === undefined ? '-' : `CA:${cA ? 'TRUE' : 'FALSE'}`,
    signatureAlgorithm.name,
  ].join(' | ');
}

const recorded: readonly string[] = existsSync(recordedFile)
  ? readFileSync(recordedFile, 'utf8').trim().split('\n')
  : [];

describe.each(testRequests)('a request $name', ({ name, recipe, holds }) => {
  const { bytes } = makeRequest(recipe);

  it('is read as OpenSSL reads it, and holds where it was signed with its own key', () => {
    const theirs = hasOpenssl
      ? opensslReads(bytes)
      : recorded.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
    expect(weRead(bytes)).toBe(theirs);
    expect(verifyPossession(parseCertificationRequest(bytes))).toBe(holds ? 'right' : 'wrong');
  });

  it('is written in the one way DER has, with a name for each byte', () => {
    expect(encodeDer(derValueOf(decodeDer(bytes), bytes))).toEqual(bytes);
    const map = certificateMap(bytes, 'certificationRequest');
    expect(new Set(map.map(({ field }) => field)).size).toBe(map.length);
    for (let at = 0; at < bytes.length; at += 1) expect(fieldsAt(map, at).length).toBeGreaterThan(1);
    expect(map.filter(({ field }) => field.includes('/part.'))).toEqual([]);
  });
});

it('what OpenSSL says of every request is on record', async () => {
  if (!hasOpenssl) return expect(recorded).toHaveLength(testRequests.length);
  const lines = testRequests.map(({ name, recipe }) => `${name}: ${opensslReads(makeRequest(recipe).bytes)}\n`);
  await expect(lines.join('')).toMatchFileSnapshot(recordedFile);
});

describe('a request of which one byte was changed', () => {
  const good = makeRequest({ ...(testRequests[0]?.recipe ?? never()) }).bytes;
  const bent = (at: number, difference: number) => good.map((byte, place) => (place === at ? byte ^ difference : byte));

  it('is unreadable or does not hold, whichever byte it is', () => {
    fc.assert(
      fc.property(fc.nat({ max: good.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, difference) => {
        const read = faultOr(() => parseCertificationRequest(bent(at, difference)));
        if (read.kind === 'fault') expect(read.fault.at).toBeLessThanOrEqual(good.length);
        else expect(verifyPossession(read.value)).not.toBe('right');
      }),
      { numRuns: process.env.HANDRAIL_FULL ? 3_000 : 150 },
    );
  });

  it('is refused by OpenSSL too', () => {
    if (!hasOpenssl) return;
    expect(opensslReads(good)).toMatch(/^good/);
    for (const at of [30, 90, good.length - 10]) expect(opensslReads(bent(at, 1))).toMatch(/^refused/);
  });
});

describe('what OpenSSL asks for', () => {
  it('is read and holds: RSA, RSA-PSS, P-256, P-384, P-521, Ed25519', () => {
    if (!hasOpenssl) return;
    const kinds: [string, string[], string[]][] = [
      ['rsa', ['rsa:2048'], []],
      ['pss', ['rsa:2048'], ['-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:32']],
      ['p256', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'], []],
      ['p384', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-384'], ['-sha384']],
      ['p521', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-521'], ['-sha512']],
      ['ed25519', ['ed25519'], []],
    ];
    inFolder((path) => {
      writeFileSync(
        path('cnf'),
        '[req]\ndistinguished_name=dn\nattributes=more\n[dn]\n[more]\nchallengePassword=secret\nchallengePassword_min=1\n',
      );
      for (const [kind, key, more] of kinds) {
        const out = path(`${kind}.der`);
        openssl([
          'req',
          '-new',
          '-newkey',
          ...key,
          '-nodes',
          '-subj',
          `/CN=${kind}.example`,
          '-addext',
          `subjectAltName=DNS:${kind}.example`,
          '-keyout',
          path('key'),
          '-outform',
          'DER',
          '-out',
          out,
          ...more,
        ]);
        const der = Uint8Array.from(readFileSync(out));
        const request = parseCertificationRequest(der);
        expect([kind, verifyPossession(request, verifyAnySignature)]).toEqual([kind, 'right']);
        expect(valueIn(request.extensions, 'subjectAltName')?.names.map(generalNameText)).toEqual([`${kind}.example`]);
        const changed = {
          ...request,
          certificationRequestInfo: request.certificationRequestInfo.map((byte, at) => (at === 20 ? byte ^ 1 : byte)),
        };
        expect([kind, verifyPossession(changed, verifyAnySignature)]).toEqual([kind, 'wrong']);
      }
    });
  });
});

it('what is no request is refused at the byte where it stops being one', () => {
  const signer = keyNamed('p256-learner-a');
  if (signer.kind !== 'p256') return never();
  const good = buildCertificationRequest(
    { subject: plainName({ commonName: 'a' }), publicKey: signer },
    signer,
    'sha256',
  );
  const [info, ...rest] = decodeDer(good).children;
  if (!info) return never();
  const parts = (from: number) => rest.map((part) => good.subarray(part.from, part.to)).slice(from);
  // A version that nobody has written yet, and a request of nothing.
  const version = sequence(sequence(integer(1n), good.subarray(info.children[1]?.from ?? 0, info.to)), ...parts(0));
  expect(() => parseCertificationRequest(version)).toThrow(DerFault);
  expect(() => parseCertificationRequest(sequence(sequence(), ...parts(0)))).toThrow(/missing/);
});

function never(): never {
  throw new Error('a test without what it tests');
}
