import { createPublicKey, verify } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Certificate } from '@/lib/certificates/certificate';
import { envelopedBadge, openBadge, signedBadge } from '@/lib/certificates/open-badge';
import { publicKeys, signingKey } from '@/lib/certificates/signing-key-store';
import { withTestDatabase } from '@/lib/db/test-database';

withTestDatabase();

const issuer = { origin: 'https://learn.example.org', name: 'Handrail' };
const certificate: Certificate = {
  learnerId: '00000000-0000-4000-8000-000000000001',
  id: '00000000-0000-4000-8000-000000000002',
  path: 'tcp-tls',
  name: '王小明',
  title: { en: 'TCP and TLS', zh: 'TCP与TLS' },
  objectives: [
    { lesson: 'tcp-tls/a', lessonTitle: { en: 'A' }, id: 'one', text: { en: 'Count bytes.', zh: '数字节。' } },
  ],
  contentVersion: 'abc123abc123',
  issuedAt: new Date('2026-11-24T08:09:10.987Z'),
  revokedAt: null,
};

const decoded = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));

async function badge() {
  const token = signedBadge(certificate, issuer, 'en', await signingKey());
  const [header, payload, signature] = token.split('.');
  return { token, header: decoded(header), payload: decoded(payload), signed: `${header}.${payload}`, signature };
}

// https://www.imsglobal.org/spec/ob/v3p0/: B.1.1 AchievementCredential (alias OpenBadgeCredential)
test('the credential has the properties that OpenBadgeCredential requires (OB 3.0 §B.1.1)', () => {
  const credential = openBadge(certificate, issuer, 'en');
  // "The value of the @context property MUST be an ordered set" that begins with these two.
  expect(credential['@context'][0]).toBe('https://www.w3.org/ns/credentials/v2');
  expect(credential['@context'][1]).toMatch(/^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context-3\.0\.\d\.json$/);
  expect(credential.type).toEqual(['VerifiableCredential', 'OpenBadgeCredential']);
  expect(URL.canParse(credential.id)).toBe(true);
  expect(credential.name).toBe('TCP and TLS');
  expect(credential.validFrom).toBe('2026-11-24T08:09:10.000Z');
});

test('the issuer is a Profile with an address (OB 3.0 §B.1.13)', () => {
  const { issuer: told } = openBadge(certificate, issuer, 'en');
  expect(told).toEqual({
    id: 'https://learn.example.org/api/certificates/issuer',
    type: ['Profile'],
    name: 'Handrail',
    url: 'https://learn.example.org',
  });
});

test('the subject names the holder and the achievement with its criteria (OB 3.0 §B.1.2, §B.1.3, §B.1.6, §B.1.12)', () => {
  const { credentialSubject } = openBadge(certificate, issuer, 'zh');
  expect(URL.canParse(credentialSubject.id)).toBe(true);
  expect(credentialSubject.type).toContain('AchievementSubject');
  // An IdentityObject has all four.
  expect(credentialSubject.identifier).toEqual([
    { type: 'IdentityObject', identityType: 'name', hashed: false, identityHash: '王小明' },
  ]);
  const { achievement } = credentialSubject;
  expect(URL.canParse(achievement.id)).toBe(true);
  expect(achievement).toMatchObject({
    type: ['Achievement'],
    name: 'TCP与TLS',
    description: '数字节。',
    criteria: { narrative: '- 数字节。' },
  });
});

test('the header has alg and kid and nothing else but typ (OB 3.0 §8.2.3 "Create the JOSE Header")', async () => {
  const { header } = await badge();
  const [key] = await publicKeys();
  // "MUST be RS256 as a minimum"; "Additional JOSE Headers are NOT allowed"; "If present, MUST be set to JWT".
  expect(header).toEqual({
    alg: 'RS256',
    typ: 'JWT',
    kid: `https://learn.example.org/api/certificates/keys/${key?.kid}`,
  });
});

test('the claims repeat the credential (OB 3.0 §8.2.4.1 "JWT Payload Format", §8.2.6.1)', async () => {
  const { payload } = await badge();
  expect(payload.iss).toBe(payload.issuer.id);
  expect(payload.jti).toBe(payload.id);
  expect(payload.sub).toBe(payload.credentialSubject.id);
  expect(new Date(payload.nbf * 1_000).toISOString()).toBe(payload.validFrom);
  expect(payload).toMatchObject(openBadge(certificate, issuer, 'en'));
});

test('the signature is verified with the published key alone, and no other text has it (RFC 7515 §5.2)', async () => {
  const { signed, signature = '' } = await badge();
  const [known] = await publicKeys();
  // "The JWK MUST never contain d".
  expect(Object.keys(known?.jwk ?? {}).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  const key = createPublicKey({ key: { ...known?.jwk }, format: 'jwk' });
  const check = (text: string) => verify('RSA-SHA256', Buffer.from(text), key, Buffer.from(signature, 'base64url'));
  expect(check(signed)).toBe(true);
  expect(check(`${signed}x`)).toBe(false);
  expect(key.asymmetricKeyDetails?.modulusLength).toBeGreaterThanOrEqual(2_048);
});

test('the JSON file envelops the token (VC Data Model 2.0 §4.14)', async () => {
  const { token } = await badge();
  expect(envelopedBadge(token)).toEqual({
    '@context': 'https://www.w3.org/ns/credentials/v2',
    id: `data:application/vc+jwt,${token}`,
    type: 'EnvelopedVerifiableCredential',
  });
});

test('processes that need the key at once agree on one', async () => {
  const kids = await Promise.all(Array.from({ length: 4 }, async () => (await signingKey()).kid));
  expect(new Set(kids).size).toBe(1);
});
