import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { exportSPKI, importJWK, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import { answerLogin } from '@/lib/lti/calls';
import { forgetPlatformKeys } from '@/lib/lti/platform-keys';
import { newKey, type TestPlatform } from '@/lib/lti/test-platform';
import { learnerRole, TestVisitor, testPlatform, testTool } from '@/lib/lti/test-tool';
import { ltiWords } from '@/lib/words/lti';

withTestDatabase();

const CLAIM = 'https://purl.imsglobal.org/spec/lti/claim';
const words = ltiWords.en.refusals;
let platform: TestPlatform;
let ann: TestVisitor;
beforeAll(async () => {
  platform = await testPlatform();
});
afterAll(() => platform.close());
beforeEach(() => {
  forgetPlatformKeys();
  ann = new TestVisitor(platform, { sub: `ann-${randomUUID()}`, name: 'Ann', roles: [learnerRole] });
});

/** A launch whose token says something else than the platform would. */
async function tampered(change: JWTPayload, header?: { alg?: string; kid?: string }) {
  const { state = '' } = await ann.begin();
  const nonce = await nonceOf(state);
  return { state, id_token: await platform.sign(platform.claims(ann.person, nonce, change), header) };
}
async function nonceOf(state: string): Promise<string> {
  const { digestOf } = await import('@/lib/lti/digest');
  const { rows } = await pool().query('SELECT nonce FROM lti_login WHERE state_digest = $1', [digestOf(state)]);
  return rows[0]?.nonce;
}
/** What the reader is told; nothing is kept of a launch that was refused. */
async function told(fields: Record<string, string>): Promise<string> {
  const before = await count('lti_launch');
  const { status, html } = await ann.post(fields);
  expect(status).toBe(403);
  expect(await count('lti_launch')).toBe(before);
  return html.replaceAll('&#39;', "'");
}
const count = async (table: string) => Number((await pool().query(`SELECT count(*) FROM ${table}`)).rows[0].count);

test('a launch that is all right shows one button, which opens a window of ours, in a page that may be framed', async () => {
  const { status, html, headers } = await ann.post(await ann.begin());
  expect(status).toBe(200);
  expect(html).toContain(ltiWords.en.frame.open);
  expect(html.match(/<a /g)).toHaveLength(1);
  expect(html).not.toContain('<script');
  expect(headers.get('content-security-policy')).toMatch(/frame-ancestors https: http:$/);
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('cache-control')).toBe('no-store');
});

test('a login is answered by the platform, with state and nonce that are not told anywhere else', async () => {
  const response = await answerLogin(
    { iss: platform.issuer, login_hint: 'h', target_link_uri: platform.target, lti_message_hint: 'm' },
    ann.call,
  );
  const url = new URL(response.headers.get('location') ?? '');
  expect(url.origin + url.pathname).toBe(platform.addresses.authUrl);
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    scope: 'openid',
    response_type: 'id_token',
    response_mode: 'form_post',
    prompt: 'none',
    client_id: platform.clientId,
    redirect_uri: testTool.launch,
    login_hint: 'h',
    lti_message_hint: 'm',
  });
  expect(url.searchParams.get('state')).toMatch(/^[\w-]{32}$/);
  const { rows } = await pool().query('SELECT * FROM lti_login');
  expect(JSON.stringify(rows)).not.toContain(url.searchParams.get('state'));
});

test.each([
  ['an issuer that nobody knows', { iss: 'https://evil.example' }, words['unknown-platform']],
  ['a client that the issuer does not have', { client_id: 'other' }, words['unknown-platform']],
  ['no hint of who', { login_hint: '' }, words['bad-login']],
  ['an address that is not ours', { target_link_uri: 'https://evil.example/' }, words['wrong-target']],
  [
    'an address that only looks like ours',
    { target_link_uri: 'http://localhost:3000@evil.example/' },
    words['wrong-target'],
  ],
])('a login with %s goes nowhere', async (_, more, sentence) => {
  const sent = { iss: platform.issuer, login_hint: 'h', target_link_uri: platform.target, ...more };
  const response = await answerLogin(sent, ann.call);
  expect(response.status).toBe(403);
  expect(await response.text()).toContain(sentence);
});

test('an issuer with several clients must be told apart', async () => {
  const { addPlatform } = await import('@/lib/lti/platform-store');
  const shared = {
    name: 'Shared',
    issuer: 'https://shared.example',
    ...platform.addresses,
    tokenAudience: null,
    takesAnyDeployment: true,
  };
  for (const clientId of ['a', 'b']) await addPlatform({ ...shared, clientId }, [], { name: 'test' });
  const login = (more: object) =>
    answerLogin({ iss: shared.issuer, login_hint: 'h', target_link_uri: platform.target, ...more }, ann.call);
  expect((await login({})).status).toBe(403);
  expect((await login({ client_id: 'b' })).status).toBe(303);
  expect(await addPlatform({ ...shared, clientId: 'a' }, [], { name: 'test' })).toBeNull();
});

test('a replayed launch is refused, and so is one that nobody began or that took too long', async () => {
  const fields = await ann.begin();
  expect((await ann.post(fields)).status).toBe(200);
  expect(await told(fields)).toContain(words['unknown-state']);
  expect(await told({ ...fields, state: 'made-up' })).toContain(words['unknown-state']);
  expect(await told({ id_token: fields.id_token ?? '' })).toContain(words['unknown-state']);
  const late = await ann.begin();
  await pool().query("UPDATE lti_login SET expires_at = now() - interval '1 second'");
  expect(await told(late)).toContain(words['unknown-state']);
});

test('two windows that send the same launch at once: one is let in', async () => {
  const fields = await ann.begin();
  const both = await Promise.all([ann.post(fields), ann.post(fields)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 403]);
});

test("one launch's token does not answer another", async () => {
  const [one, other] = [await ann.begin(), await ann.begin()];
  expect(await told({ state: one.state ?? '', id_token: other.id_token ?? '' })).toContain(words['wrong-nonce']);
});

const minutes = (n: number) => Math.floor(Date.now() / 1_000) + n * 60;
test.each<[string, JWTPayload, keyof typeof words]>([
  ['of another issuer', { iss: 'https://evil.example' }, 'wrong-issuer'],
  ['for another tool', { aud: 'other' }, 'wrong-audience'],
  ['for several tools without saying which', { aud: ['other', 'x'] }, 'wrong-audience'],
  ['asked for by another tool', { azp: 'other' }, 'wrong-audience'],
  ['that has expired', { iat: minutes(-5), exp: minutes(-2) }, 'expired'],
  ['from long ago, whatever it says of its end', { iat: minutes(-30), exp: minutes(30) }, 'expired'],
  ['from the future', { iat: minutes(5), exp: minutes(10) }, 'expired'],
  ['not good yet', { nbf: minutes(5) }, 'expired'],
  ['with another nonce', { nonce: 'other' }, 'wrong-nonce'],
  ['of LTI 1.1', { [`${CLAIM}/version`]: 'LTI-1p0' }, 'wrong-version'],
  ['that is another message', { [`${CLAIM}/message_type`]: 'LtiSubmissionReviewRequest' }, 'wrong-message'],
  ['from a deployment that nobody knows', { [`${CLAIM}/deployment_id`]: 'other' }, 'unknown-deployment'],
  ['that leads elsewhere', { [`${CLAIM}/target_link_uri`]: 'https://evil.example/' }, 'wrong-target'],
  [
    'that leads to another page than was asked for',
    { [`${CLAIM}/target_link_uri`]: 'http://localhost:3000/en/labs' },
    'wrong-target',
  ],
  ['that names no link', { [`${CLAIM}/resource_link`]: null }, 'no-link'],
  ['that names nobody', { sub: undefined }, 'no-user'],
  ['whose claims are of another shape', { [`${CLAIM}/roles`]: 'Instructor' }, 'bad-token'],
  ['whose subject is without end', { sub: 'x'.repeat(300) }, 'bad-token'],
])('a token %s is refused', async (_, change, why) => {
  expect(await told(await tampered(change))).toContain(words[why]);
});

test('for several tools, naming us as who asked, it is good', async () => {
  const fields = await tampered({ aud: ['other', platform.clientId], azp: platform.clientId });
  expect((await ann.post(fields)).status).toBe(200);
});

test('clocks may differ by a minute', async () => {
  const seconds = Math.floor(Date.now() / 1_000);
  expect((await ann.post(await tampered({ iat: seconds + 45, exp: seconds + 100 }))).status).toBe(200);
  expect((await ann.post(await tampered({ iat: seconds - 100, exp: seconds - 45 }))).status).toBe(200);
});

test('a token that is signed with a key of somebody else is refused, whatever key it names', async () => {
  const forger = await newKey();
  const { state = '' } = await ann.begin();
  const claims = platform.claims(ann.person, await nonceOf(state));
  const [known] = platform.keys;
  const forged = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: known?.kid ?? '' }).sign(forger.key);
  expect(await told({ state, id_token: forged })).toContain(words['bad-signature']);
  const again = await ann.begin();
  const other = await new SignJWT(platform.claims(ann.person, await nonceOf(again.state ?? '')))
    .setProtectedHeader({ alg: 'RS256', kid: forger.kid, jwk: forger.jwk, jku: 'https://evil.example/keys' })
    .sign(forger.key);
  expect(await told({ state: again.state ?? '', id_token: other })).toContain(words['bad-signature']);
});

test('a token that was changed after it was signed is refused', async () => {
  const { state = '', id_token = '' } = await ann.begin();
  const [header, payload = '', signature] = id_token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const changed = Buffer.from(JSON.stringify({ ...claims, sub: 'somebody else' })).toString('base64url');
  expect(await told({ state, id_token: `${header}.${changed}.${signature}` })).toContain(words['bad-signature']);
});

test('a token without a signature, and one signed with the public key as if it were a secret, are refused', async () => {
  const unsigned = await ann.begin();
  const claims = platform.claims(ann.person, await nonceOf(unsigned.state ?? ''));
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  for (const alg of ['none', 'None', 'NONE']) {
    const { state = '' } = await ann.begin();
    expect(await told({ state, id_token: `${part({ alg, typ: 'JWT' })}.${part(claims)}.` })).toMatch(
      new RegExp(`${words['bad-signature']}|${words['bad-token']}`),
    );
  }
  const { state = '' } = await ann.begin();
  const [key] = platform.keys;
  const spki = await exportSPKI((await importJWK({ ...key?.jwk }, 'RS256', { extractable: true })) as CryptoKey);
  const confused = await new SignJWT(platform.claims(ann.person, await nonceOf(state)))
    .setProtectedHeader({ alg: 'HS256', kid: key?.kid ?? '' })
    .sign(new TextEncoder().encode(spki));
  expect(await told({ state, id_token: confused })).toContain(words['bad-signature']);
});

test('what is no token is refused', async () => {
  for (const id_token of ['', 'x', 'a.b.c', '{}', 'x'.repeat(100_000)]) {
    const { state = '' } = await ann.begin();
    expect(await told({ state, id_token })).toContain(words['bad-token']);
  }
});

test('a weaker key of the platform does not count as RS256', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const kid = 'weak';
  const kept = platform.keys;
  platform.keys = [
    { kid, key: kept[0]?.key as CryptoKey, jwk: { ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256' } },
  ];
  const { createSign } = await import('node:crypto');
  const { state = '' } = await ann.begin();
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const body = `${part({ alg: 'RS256', kid })}.${part(platform.claims(ann.person, await nonceOf(state)))}`;
  const id_token = `${body}.${createSign('RSA-SHA256').update(body).sign(privateKey, 'base64url')}`;
  expect(await told({ state, id_token })).toContain(words['bad-signature']);
  platform.keys = kept;
});

test('keys are fetched once and again when they were changed, but not for every forgery', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  try {
    const asked = platform.keysAsked;
    await ann.post(await ann.begin());
    await ann.post(await ann.begin());
    expect(platform.keysAsked).toBe(asked + 1);
    await platform.rotateKeys();
    vi.setSystemTime(Date.now() + 31_000);
    expect((await ann.post(await ann.begin())).status).toBe(200);
    expect(platform.keysAsked).toBe(asked + 2);
    for (let i = 0; i < 5; i++) await told(await tampered({}, { kid: `unknown-${i}` }));
    expect(platform.keysAsked).toBe(asked + 2);
  } finally {
    vi.useRealTimers();
  }
});

test('a platform that refuses is quoted, as text', async () => {
  const { state = '' } = await ann.begin();
  const html = await told({ state, error: 'login_required', error_description: '<img src=x onerror=alert(1)>' });
  expect(html).toContain(words['platform-refused']);
  expect(html).toContain('&lt;img src=x');
  expect(html).not.toContain('<img');
});

test('keys that cannot be fetched are told as that', async () => {
  const keysUrl = 'http://127.0.0.1:1/keys';
  await pool().query('UPDATE lti_platform SET keys_url = $2 WHERE client_id = $1', [platform.clientId, keysUrl]);
  expect(await told(await ann.begin())).toContain(words['keys-unreachable']);
  const back = platform.addresses.keysUrl;
  await pool().query('UPDATE lti_platform SET keys_url = $2 WHERE client_id = $1', [platform.clientId, back]);
});
