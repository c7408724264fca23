import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsAt } from '../byte-map';
import { fixtureEcKey } from '../crypto/fixture-keys';
import { fixtureRsaKey } from '../crypto/fixture-rsa-keys';
import { decodeDer } from '../der/decode';
import { encodeDer } from '../der/encode';
import { derValueOf } from '../der/node';
import { certificateMap } from './certificate-map';
import { reasonCodes } from './check';
import { nameText } from './distinguished-name';
import { fixtureNow, issueFixtureChain } from './fixture-chain';
import { generalNameText } from './general-name';
import { isFor, namesOf } from './match-name';
import { parseCertificate } from './parse-certificate';
import { parseRevocationList } from './revocation-list';
import { listsOf, madeOf, start, verdictOn } from './state';
import { testChains } from './test-chains';
import {
  hasOpenssl,
  inFolder,
  type OpensslVerdict,
  openssl,
  opensslVerdict,
  pem,
  reasonsByError,
} from './test-openssl';
import { reasonsOf, verifyChain } from './verify-chain';

if (!hasOpenssl) process.stderr.write('not run: what openssl would judge; it is not on this machine\n');

const recordedFile = join(import.meta.dirname, 'recorded', 'openssl-verify.txt');

/** What OpenSSL said when the chains were last changed, a line each: `refused 10,62 name`. `-u` records it anew. */
function readRecord(): Record<string, OpensslVerdict> {
  if (!existsSync(recordedFile)) return {};
  const lines = readFileSync(recordedFile, 'utf8').trim().split('\n');
  return Object.fromEntries(
    lines.map((line) => {
      const [said, errors = '', ...name] = line.split(' ');
      const numbers = errors === '-' ? [] : errors.split(',').map(Number);
      return [name.join(' '), { accepted: said === 'good', errors: numbers }];
    }),
  );
}
const recorded = readRecord();

/** What OpenSSL says of each chain here and now; what it said, where it is not. Asked once. */
const judged: Record<string, OpensslVerdict> = hasOpenssl
  ? Object.fromEntries(testChains.map((chain) => [chain.name, opensslVerdict(chain)]))
  : recorded;

describe.each(testChains)('$name', (chain) => {
  const [server] = chain.setup.servers;
  if (!server) throw new Error('a chain has a server');
  const verdict = verdictOn(start(chain.setup, 1), server);

  it('is refused for the reasons it was built with, and no others', () => {
    expect(new Set(reasonsOf(verdict))).toEqual(new Set(chain.reasons));
    expect(verdict.accepted).toBe(chain.reasons.length === 0);
    expect(verdict.browser === null).toBe(verdict.accepted);
  });

  it('is judged as OpenSSL judges it, for a reason that its error means', () => {
    const theirs = judged[chain.name];
    expect(theirs).toBeDefined();
    if (!theirs) return;
    expect(verdict.accepted).toBe(theirs.accepted);
    for (const error of theirs.errors) {
      expect([error, reasonsByError[error]?.some((reason) => reasonsOf(verdict).includes(reason))]).toEqual([
        error,
        true,
      ]);
    }
  });
});

describe('the record', () => {
  it('is what OpenSSL says of every chain', async () => {
    if (!hasOpenssl) return expect(Object.keys(recorded)).toEqual(testChains.map(({ name }) => name));
    const lines = Object.entries(judged).map(
      ([name, { accepted, errors }]) => `${accepted ? 'good' : 'refused'} ${errors.join(',') || '-'} ${name}\n`,
    );
    await expect(lines.join('')).toMatchFileSnapshot(recordedFile);
  });

  it('has an OpenSSL error for every reason but those of which it knows nothing', () => {
    const meant = new Set(Object.values(reasonsByError).flat());
    const unheard = reasonCodes.filter((reason) => !meant.has(reason));
    expect(unheard).toEqual(['unreadable', 'signature-unsupported', 'algorithms-differ', 'may-not-sign']);
  });
});

describe('a good chain of which one byte was changed', () => {
  const { leaf, intermediates, root } = issueFixtureChain({ keys: fixtureRsaKey, names: ['shop.example'] });
  const judge = (changed: Uint8Array) =>
    verifyChain({ chain: [changed, ...intermediates], trusted: [root], at: fixtureNow, name: 'shop.example' });

  it('is refused by us whichever byte it is', () => {
    expect(judge(leaf).accepted).toBe(true);
    fc.assert(
      fc.property(fc.nat({ max: leaf.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, difference) => {
        expect(judge(leaf.map((byte, place) => (place === at ? byte ^ difference : byte))).accepted).toBe(false);
      }),
      { numRuns: process.env.HANDRAIL_FULL ? 3_000 : 150 },
    );
  });

  it('is refused by OpenSSL too', () => {
    if (!hasOpenssl) return;
    inFolder((path) => {
      writeFileSync(path('root'), pem('CERTIFICATE', root));
      writeFileSync(path('others'), intermediates.map((bytes) => pem('CERTIFICATE', bytes)).join(''));
      const args = ['verify', '-attime', String(fixtureNow / 1000), '-verify_hostname', 'shop.example'];
      const accepts = (bytes: Uint8Array) => {
        writeFileSync(path('leaf'), pem('CERTIFICATE', bytes));
        return openssl([...args, '-CAfile', path('root'), '-untrusted', path('others'), path('leaf')]).ok;
      };
      expect(accepts(leaf)).toBe(true);
      for (let at = 3; at < leaf.length; at += 97) {
        expect(accepts(leaf.map((byte, place) => (place === at ? byte ^ 1 : byte)))).toBe(false);
      }
    });
  });
});

describe('names', () => {
  const patterns = [
    'shop.example',
    '*.shop.example',
    '*.example',
    'a.b.shop.example',
    'SHOP.example',
    'w*.shop.example',
    '192.0.2.1',
  ];
  const hosts = [
    'shop.example',
    'www.shop.example',
    'a.b.shop.example',
    'Shop.Example',
    'example',
    'w.shop.example',
    '192.0.2.1',
  ];

  it('match as OpenSSL matches them, with whole wildcards and without the common name', () => {
    for (const pattern of patterns) {
      const { leaf } = issueFixtureChain({ keys: fixtureEcKey, names: [pattern] });
      const judge = new X509Certificate(leaf);
      for (const host of hosts) {
        const theirs = /^[\d.]+$/.test(host)
          ? judge.checkIP(host) !== undefined
          : judge.checkHost(host, { subject: 'never', partialWildcards: false }) !== undefined;
        expect([pattern, host, isFor(parseCertificate(leaf), host)]).toEqual([pattern, host, theirs]);
      }
    }
  });
});

/** Everything OpenSSL makes in one folder: roots, requests signed by them, a list. */
function madeByOpenssl(path: (name: string) => string): Record<string, Buffer> {
  const config = `[req]\ndistinguished_name=dn\n[dn]\n[ca]\ndefault_ca=it\n[it]\ndatabase=${path('index')}\nserial=${path('serial')}\ncrlnumber=${path('crlnumber')}\nnew_certs_dir=${path('.')}\ndefault_md=sha256\npolicy=any\ncertificate=${path('root.pem')}\nprivate_key=${path('root.key')}\n[any]\ncommonName=supplied\n[leaf]\nbasicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature,keyEncipherment\nextendedKeyUsage=serverAuth,clientAuth\nsubjectAltName=DNS:shop.example,DNS:*.shop.example,IP:192.0.2.1,IP:2001:db8::1,email:a@shop.example,URI:https://shop.example/\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid,issuer:always\ncrlDistributionPoints=URI:http://crl.example/ca.crl\ncertificatePolicies=2.23.140.1.2.1\nauthorityInfoAccess=OCSP;URI:http://ocsp.example/\n[root]\nbasicConstraints=critical,CA:TRUE,pathlen:3\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\nnameConstraints=critical,permitted;DNS:example,permitted;IP:192.0.2.0/255.255.255.0,permitted;IP:2001:db8:0:0:0:0:0:0/ffff:ffff:0:0:0:0:0:0,excluded;DNS:bad.example\n`;
  const run = (...args: string[]) => {
    const told = openssl(args);
    if (!told.ok) throw new Error(`openssl ${args.join(' ')}\n${told.text}`);
  };
  writeFileSync(path('cnf'), config);
  writeFileSync(path('index'), '');
  writeFileSync(path('serial'), '1001\n');
  writeFileSync(path('crlnumber'), '01\n');
  const name = '/C=DE/ST=Saarland/L=Saarbrücken/O=Größe & Söhne/OU=密钥/CN=OpenSSL Root';
  run(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-utf8',
    '-subj',
    name,
    '-days',
    '4000',
    '-config',
    path('cnf'),
    '-extensions',
    'root',
    '-keyout',
    path('root.key'),
    '-out',
    path('root.pem'),
  );
  const keys = {
    rsa: ['rsa:2048'],
    ec: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
    p384: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-384'],
    ed: ['ed25519'],
  };
  for (const [kind, key] of Object.entries(keys)) {
    run(
      'req',
      '-newkey',
      ...key,
      '-nodes',
      '-subj',
      `/CN=${kind}.example`,
      '-config',
      path('cnf'),
      '-keyout',
      path(`${kind}.key`),
      '-out',
      path(`${kind}.csr`),
    );
    const pss = kind === 'rsa' ? ['-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:32'] : [];
    run(
      'x509',
      '-req',
      '-in',
      path(`${kind}.csr`),
      '-CA',
      path('root.pem'),
      '-CAkey',
      path('root.key'),
      '-CAcreateserial',
      '-days',
      '90',
      '-extfile',
      path('cnf'),
      '-extensions',
      'leaf',
      ...pss,
      '-out',
      path(`${kind}.pem`),
    );
  }
  run('ca', '-config', path('cnf'), '-revoke', path('ec.pem'), '-crl_reason', 'keyCompromise');
  run('ca', '-config', path('cnf'), '-gencrl', '-crldays', '30', '-out', path('list.pem'));
  const der = (file: string, kind: string) => {
    run(kind, '-in', path(file), '-outform', 'DER', '-out', path(`${file}.der`));
    return readFileSync(path(`${file}.der`));
  };
  const files = ['root', ...Object.keys(keys)].map((file): [string, Buffer] => [file, der(`${file}.pem`, 'x509')]);
  return { ...Object.fromEntries(files), list: der('list.pem', 'crl') };
}

const madeFile = join(import.meta.dirname, 'recorded', 'openssl-made.json');
/** What OpenSSL made once, in base64: for machines without it. New ones have other keys each time. */
const madeOnce: { at: number; files: Record<string, string> } = JSON.parse(readFileSync(madeFile, 'utf8'));

describe('what OpenSSL makes', () => {
  const made = hasOpenssl
    ? inFolder(madeByOpenssl)
    : Object.fromEntries(Object.entries(madeOnce.files).map(([name, text]) => [name, Buffer.from(text, 'base64')]));
  // A minute later: all of it has begun to be valid by then.
  const now = hasOpenssl ? Date.now() + 60_000 : madeOnce.at;
  const certificates = Object.entries(made).filter(([name]) => name !== 'list');
  const root = Uint8Array.from(made.root ?? []);
  const list = Uint8Array.from(made.list ?? []);

  it.each(certificates)('is read byte for byte: %s', (_, bytes) => {
    const der = Uint8Array.from(bytes);
    const ours = parseCertificate(der);
    const theirs = new X509Certificate(bytes);
    expect(ours.serialNumber.toString(16).padStart(theirs.serialNumber.length, '0').toUpperCase()).toBe(
      theirs.serialNumber,
    );
    expect(ours.notBefore).toBe(Date.parse(theirs.validFrom));
    expect(ours.notAfter).toBe(Date.parse(theirs.validTo));
    expect(nameText(ours.subject).split(', ')).toEqual(theirs.subject.split('\n'));
    expect(nameText(ours.issuer).split(', ')).toEqual(theirs.issuer.split('\n'));
    expect(encodeDer(derValueOf(decodeDer(der), der))).toEqual(der);
    const names = namesOf(ours).map(generalNameText);
    for (const name of names) expect(theirs.subjectAltName?.toLowerCase()).toContain(name.toLowerCase());
  });

  it.each(['rsa', 'ec'])('is a chain that we accept: %s', (name) => {
    const leaf = Uint8Array.from(made[name] ?? []);
    const verdict = verifyChain({ chain: [leaf], trusted: [root], at: now, name: 'www.shop.example' });
    expect(reasonsOf(verdict)).toEqual([]);
  });

  it('is a list that we read, and by which one of them is revoked', () => {
    expect(parseRevocationList(list).revoked).toHaveLength(1);
    const judge = (name: string) =>
      verifyChain({
        chain: [Uint8Array.from(made[name] ?? [])],
        trusted: [root],
        at: now,
        name: 'shop.example',
        crls: [list],
        revocation: 'required',
      });
    expect(reasonsOf(judge('ec'))).toEqual(['revoked']);
    expect(reasonsOf(judge('rsa'))).toEqual([]);
  });

  it.each(Object.entries(made))('has a name for each of its bytes: %s', (name, bytes) => {
    const map = certificateMap(Uint8Array.from(bytes), name === 'list' ? 'revocationList' : 'certificate');
    expect(new Set(map.map(({ field }) => field)).size).toBe(map.length);
    for (let at = 0; at < bytes.length; at += 1) expect(fieldsAt(map, at).length).toBeGreaterThan(1);
    expect(
      map.filter(({ field }) => field.includes('/part.') && !/policies|access/i.test(field)).map(({ field }) => field),
    ).toEqual([]);
  });
});

describe('what we make', () => {
  it.each(testChains.filter((_, at) => at % 6 === 0))('is read by OpenSSL as we wrote it: $name', ({ setup }) => {
    if (!hasOpenssl) return;
    const state = start(setup, 1);
    for (const { id } of setup.certificates) {
      const bytes = madeOf(state, id)?.bytes ?? new Uint8Array(0);
      const told = openssl(['x509', '-inform', 'DER', '-noout', '-text'], bytes);
      expect(told.ok).toBe(true);
      expect(told.text).not.toMatch(/Unable|error/);
      const laidOut = openssl(['asn1parse', '-inform', 'DER'], bytes)
        .text.split('\n')
        .filter((line) => line.includes('hl='));
      const heads = certificateMap(bytes)
        .filter(({ field }) => field.endsWith('~tag'))
        .map(({ from }) => from);
      for (const line of laidOut) expect(heads).toContain(Number(line.split(':')[0]));
    }
    for (const { bytes } of listsOf(state))
      expect(openssl(['crl', '-inform', 'DER', '-noout', '-text'], bytes).ok).toBe(true);
  });
});
