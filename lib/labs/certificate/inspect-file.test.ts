import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixtureEcKey } from '../crypto/fixture-keys';
import { fixtureRsaKey } from '../crypto/fixture-rsa-keys';
import { integer, nullValue, octetString, sequence } from '../der/encode';
import { buildCertificate } from './build-certificate';
import type { Certificate } from './certificate';
import { plainName } from './distinguished-name';
import { fixtureNow, issueFixtureChain } from './fixture-chain';
import { hostName } from './general-name';
import { type Inspected, inspectFile, mostFileBytes } from './inspect-file';
import { makeRequest, publish } from './issue';
import { hostOf, judgeFile, leafOf } from './judge-file';
import { pemText } from './pem';
import { listSchema, recipeSchema, requestSchema } from './recipe';
import { curveChains, recordCurves } from './test-curves';
import { hasOpenssl, inFolder, openssl } from './test-openssl';

const text = (value: string) => new TextEncoder().encode(value);
const { leaf, intermediates, root } = issueFixtureChain({ keys: fixtureEcKey, names: ['shop.example'] });
const chain = [leaf, ...intermediates, root].map((bytes) => pemText('CERTIFICATE', bytes)).join('');

function certificatesIn(items: readonly Inspected[]): Certificate[] {
  return items.flatMap((item) => (item.kind === 'certificate' ? [item.value] : []));
}
const kindsIn = (bytes: Uint8Array) => inspectFile(bytes).items.map(({ kind }) => kind);

describe('a file', () => {
  it('is DER, PEM with several blocks, or base64 alone; what stands between the blocks does not matter', () => {
    expect(inspectFile(leaf)).toMatchObject({ form: 'der', items: [{ kind: 'certificate' }] });
    const noted = `\ufeffs:/CN=shop.example\r\n${chain.replaceAll('\n', '\r\n')}# end`;
    expect(kindsIn(text(noted))).toEqual(['certificate', 'certificate', 'certificate']);
    expect(certificatesIn(inspectFile(text(noted)).items).map(({ bytes }) => bytes)).toEqual([
      leaf,
      ...intermediates,
      root,
    ]);
    const bare = pemText('CERTIFICATE', leaf).replace(/-----.*-----/g, '');
    expect(kindsIn(text(bare))).toEqual(['certificate']);
  });

  it('holds requests and lists too, and private keys of which nothing is kept', () => {
    const request = makeRequest(requestSchema.parse({ id: 'a', key: 'p256-learner-a', subject: 'shop.example' }));
    const authority = recipeSchema.parse({ id: 'root', key: 'p256-root-a', authority: true });
    const list = publish(listSchema.parse({ issuer: 'root', revoked: ['root'] }), [authority]);
    expect(kindsIn(request.bytes)).toEqual(['certificationRequest']);
    expect(kindsIn(list?.bytes ?? leaf)).toEqual(['revocationList']);
    const key = '-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIA==\n-----END EC PRIVATE KEY-----\n';
    expect(inspectFile(text(key + chain)).items[0]).toEqual({ kind: 'private-key', bytes: new Uint8Array(0) });
    const pkcs8 = sequence(integer(0n), sequence(nullValue()), octetString(new Uint8Array(32)));
    expect(inspectFile(pkcs8).items).toEqual([{ kind: 'private-key', bytes: new Uint8Array(0) }]);
  });
});

describe('a file that is broken is told of at the offset of the fault', () => {
  const faultOf = (bytes: Uint8Array) => inspectFile(bytes).items[0];
  it.each([
    ['nesting of 10⁵ levels', nested(100_000), 'too-deep', 32 * 5],
    ['a length of 4 GB', Uint8Array.of(0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 2, 1, 0), 'overrun', 1],
    ['BER’s indefinite length', Uint8Array.of(0x30, 0x80, 2, 1, 0, 0, 0), 'indefinite-length', 1],
    ['a million tiny values', tiny(), 'too-many', 40_003],
    ['more than a megabyte', new Uint8Array(mostFileBytes + 1), 'too-large', mostFileBytes],
    ['an empty file', new Uint8Array(0), 'empty', 0],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), 'overrun', 1],
    ['a cut certificate', leaf.subarray(0, 200), 'overrun', 1],
    ['a certificate with something after it', Uint8Array.from([...leaf, 0]), 'trailing-bytes', leaf.length],
  ])('%s', (_, bytes, code, at) => {
    expect(faultOf(bytes)).toMatchObject({ kind: 'fault', code, at, inText: false });
  });

  it('in a PEM: no end, another end, a letter that is none of base64, a cut group', () => {
    const good = pemText('CERTIFICATE', leaf);
    const end = good.indexOf('-----END');
    expect(faultOf(text(good.slice(0, end)))).toMatchObject({ code: 'no-end', at: end, inText: true });
    expect(faultOf(text(good.replace('END CERT', 'END OTHER')))).toMatchObject({ code: 'no-end', at: end });
    expect(faultOf(text(`${good.slice(0, 100)}*${good.slice(101)}`))).toMatchObject({ code: 'bad-base64', at: 100 });
    expect(faultOf(text('-----BEGIN X-----\nAAAAA\n-----END X-----'))).toMatchObject({ code: 'bad-base64' });
  });

  it('and of a thousand blocks the first 32 are read', () => {
    const { items, more } = inspectFile(text(pemText('CERTIFICATE', leaf).repeat(1_000)));
    expect([items.length, more]).toEqual([32, true]);
    expect(inspectFile(text('-----BEGIN '.repeat(80_000))).items).toHaveLength(1);
  });

  it('whatever its bytes, without anything being thrown', () => {
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .string({ maxLength: 200 })
        .map((middle) => text(`-----BEGIN CERTIFICATE-----\n${middle}-----END CERTIFICATE-----`)),
      fc
        .tuple(fc.nat({ max: leaf.length - 1 }), fc.nat({ max: 255 }))
        .map(([at, to]) => leaf.map((byte, place) => (place === at ? to : byte))),
    );
    fc.assert(
      fc.property(anything, (bytes) => {
        for (const item of inspectFile(bytes).items)
          if (item.kind === 'fault') expect(item.at).toBeLessThanOrEqual(bytes.length);
      }),
      { numRuns: process.env.HANDRAIL_FULL ? 20_000 : 500 },
    );
  });
});

/** A SEQUENCE in a SEQUENCE in a …: what a careless reader recurses into. From within: each head says how long all behind it is. */
function nested(levels: number): Uint8Array {
  const heads: number[][] = [];
  for (let length = 0; heads.length < levels; length += heads.at(-1)?.length ?? 0) {
    const octets = [length >>> 16, (length >>> 8) & 0xff, length & 0xff].slice(
      length > 0xffff ? 0 : length > 0xff ? 1 : 2,
    );
    heads.push([0x30, ...(length < 0x80 ? [] : [0x80 | octets.length]), ...octets]);
  }
  return Uint8Array.from(heads.reverse().flat());
}

/** NULL, again and again. */
function tiny(): Uint8Array {
  return Uint8Array.from({ length: 1_000_000 }, (_, at) => [0x30, 0x83, 0x0f, 0x42, 0x3b][at] ?? (at % 2) * 5);
}

function judge(certificates: readonly Certificate[], trusted: readonly Certificate[], at = fixtureNow) {
  const own = leafOf(certificates);
  if (!own) throw new Error('no certificate');
  return judgeFile({ certificates, leaf: own, trusted, lists: [], at, name: hostOf(own) });
}

describe('what a file holds is judged', () => {
  const all = certificatesIn(inspectFile(text(chain)).items);
  const roots = all.slice(-1);

  it('by the anchors that were chosen, at the time that was given, whatever the order', () => {
    expect(judge(all, roots).outcome).toBe('accepted');
    expect(judge(all.toReversed(), roots).outcome).toBe('accepted');
    expect(judge(all, []).verdict.failure).toMatchObject({ reason: 'untrusted-root' });
    expect(judge(all, roots, Date.UTC(2040, 0, 1)).verdict.failure).toMatchObject({ reason: 'expired' });
  });

  it('without a word against what is not computed here: it is left open, unless something else is wrong', () => {
    // 8,192 bits: nobody here takes the time.
    const big = { kind: 'rsa', n: (1n << 8191n) + 1n, e: 65_537n } as const;
    const signer = fixtureEcKey('root-a');
    const times = { notBefore: fixtureNow - 1, notAfter: fixtureNow + 1 };
    const [name, server] = ['Big', 'shop.example'].map((commonName) => plainName({ commonName }));
    if (!name || !server) throw new Error('there are two names');
    const parse = (bytes: Uint8Array) => certificatesIn(inspectFile(bytes).items);
    const top = parse(
      buildCertificate(
        {
          ...times,
          serialNumber: 1n,
          issuer: name,
          subject: name,
          publicKey: big,
          basicConstraints: { cA: true, pathLenConstraint: null },
        },
        signer,
        'sha256',
      ),
    );
    const rsaSigned = issueFixtureChain({ keys: fixtureRsaKey, names: ['shop.example'] });
    const below = certificatesIn(inspectFile(rsaSigned.leaf).items).map((one) => ({
      ...one,
      ...times,
      issuer: name,
      extensions: one.extensions.filter(({ value }) => value.kind !== 'authorityKeyIdentifier'),
    }));
    expect(judge([...below, ...top], top).outcome).toBe('undecided');
    expect(judge([...below, ...top], top).verdict.failure).toBeNull();
    expect(judge([...below, ...top], []).outcome).toBe('refused');
    expect(judge([...below, ...top], top, fixtureNow + 5_000).outcome).toBe('refused');
  });

  it('and thirty authorities of one name do not stop it', () => {
    const signer = fixtureEcKey('root-a');
    const twin = plainName({ commonName: 'Twin' });
    const times = { notBefore: 0, notAfter: Date.UTC(2030, 0, 1) };
    const authority = (serialNumber: bigint) =>
      buildCertificate(
        {
          ...times,
          serialNumber,
          issuer: twin,
          subject: twin,
          publicKey: fixtureEcKey(serialNumber % 2n ? 'root-b' : 'root-c'),
          basicConstraints: { cA: true, pathLenConstraint: null },
        },
        signer,
        'sha256',
      );
    const twins = Array.from({ length: 30 }, (_, at) => authority(BigInt(at + 1)));
    const below = buildCertificate(
      {
        ...times,
        serialNumber: 99n,
        issuer: twin,
        subject: plainName({ commonName: 'a' }),
        publicKey: signer,
        subjectAltName: [hostName('a.example')],
      },
      signer,
      'sha256',
    );
    const all30 = [below, ...twins].flatMap((bytes) => certificatesIn(inspectFile(bytes).items));
    expect(judge(all30, []).outcome).toBe('refused');
  });
});

it('a key whose point is written short is computed with all the same, as OpenSSL does', () => {
  const key = fixtureEcKey('root-a');
  const short = {
    kind: 'p256',
    point: Uint8Array.of(2 + ((key.point[64] ?? 0) & 1), ...key.point.subarray(1, 33)),
  } as const;
  const [name, server] = [plainName({ commonName: 'Short' }), plainName({ commonName: 'shop.example' })];
  const fields = { serialNumber: 1n, issuer: name, notBefore: 0, notAfter: Date.UTC(2040, 0, 1) };
  const authority = { basicConstraints: { cA: true, pathLenConstraint: null } };
  const top = buildCertificate({ ...fields, ...authority, subject: name, publicKey: short }, key, 'sha256');
  const own = { subject: server, publicKey: fixtureEcKey('server-a'), subjectAltName: [hostName('shop.example')] };
  const below = buildCertificate({ ...fields, ...own }, key, 'sha256');
  const all = [below, top].flatMap((bytes) => certificatesIn(inspectFile(bytes).items));
  expect(judge(all, all.slice(1)).outcome).toBe('accepted');
  if (!hasOpenssl) return;
  inFolder((path) => {
    writeFileSync(path('top'), pemText('CERTIFICATE', top));
    writeFileSync(path('below'), pemText('CERTIFICATE', below));
    expect(openssl(['verify', '-CAfile', path('top'), path('below')]).ok).toBe(true);
  });
});

describe('chains of OpenSSL with keys that no lab has', () => {
  const made = curveChains();
  if (process.env.HANDRAIL_RECORD) recordCurves(made);
  const notComputed = ['pss-mixed', 'secp256k1', 'ed448'];

  it.each(Object.keys(made.files))('are judged as OpenSSL judges them, or said not to be computed here: %s', (kind) => {
    const all = certificatesIn(inspectFile(text(made.files[kind] ?? '')).items);
    expect(all).toHaveLength(2);
    const expected = made.accepted[kind] ? 'accepted' : 'refused';
    expect(judge(all, all.slice(1), made.at).outcome).toBe(notComputed.includes(kind) ? 'undecided' : expected);
  });

  it.each(Object.keys(made.files).filter((kind) => !notComputed.includes(kind)))(
    'are refused when a byte of the signed part was changed: %s',
    (kind) => {
      const [own, top] = certificatesIn(inspectFile(text(made.files[kind] ?? '')).items);
      if (!own || !top) throw new Error('there are two');
      const bytes = own.tbsCertificate.slice();
      // Within the serial number.
      bytes[14] = (bytes[14] ?? 0) ^ 1;
      const forged = { ...own, tbsCertificate: bytes };
      expect(judge([forged, top], [top], made.at).verdict.failure).toMatchObject({ reason: 'signature-wrong' });
    },
  );
});
