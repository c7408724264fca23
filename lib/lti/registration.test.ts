import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import { invite, listPlatforms, removePlatform, setDeployments } from '@/lib/lti/platform-store';
import { registeredPage, registerPlatform } from '@/lib/lti/register-platform';
import type { TestPlatform } from '@/lib/lti/test-platform';
import { learnerRole, TestVisitor, testPlatform, testTool } from '@/lib/lti/test-tool';

withTestDatabase();

const anywhere = { plainHttp: true, privateAddresses: true };
const tool = { ...testTool, name: 'Handrail', description: 'Courses in which every lesson runs' };
const opened: TestPlatform[] = [];
let platform: TestPlatform;
const admin = { id: randomUUID(), name: 'root' };
beforeEach(async () => {
  platform = await testPlatform();
  opened.push(platform);
  await pool().query('DELETE FROM lti_platform');
  await pool().query(
    `INSERT INTO learner (id, login, name, role) VALUES ($1, 'root', 'Root', 'admin') ON CONFLICT DO NOTHING`,
    [admin.id],
  );
});
afterAll(() => {
  for (const one of opened) one.close();
});

const register = (more: object = {}, reach = anywhere) =>
  registration().then((given) => registerPlatform({ ...given, ...more }, tool, reach));
const registration = async () => ({
  invitation: await invite(admin),
  configurationUrl: `${platform.origin}/.well-known/openid-configuration`,
  token: platform.registrationToken,
});

test('a platform that was invited registers itself, and its launches are let in', async () => {
  expect(await register()).toMatchObject({ kind: 'registered', takesAny: false });
  expect(platform.registrations).toMatchObject([
    {
      application_type: 'web',
      grant_types: ['implicit', 'client_credentials'],
      response_types: ['id_token'],
      initiate_login_uri: testTool.login,
      redirect_uris: [testTool.launch],
      jwks_uri: testTool.keys,
      token_endpoint_auth_method: 'private_key_jwt',
      'https://purl.imsglobal.org/spec/lti-tool-configuration': { domain: 'localhost:3000' },
    },
  ]);
  expect(String(platform.registrations[0]?.scope).split(' ')).toHaveLength(3);
  expect(await listPlatforms()).toMatchObject([
    { issuer: platform.issuer, clientId: platform.clientId, ...platform.addresses, deployments: ['deployment-1'] },
  ]);
  const ann = new TestVisitor(platform, { sub: 'ann', roles: [learnerRole] });
  expect(await ann.launch()).toBe('/en/paths/tcp-tls');
});

test('an invitation is good once, for a week, and only while who made it is an administrator', async () => {
  const given = await registration();
  expect(await registerPlatform(given, tool, anywhere)).toMatchObject({ kind: 'registered' });
  expect(await registerPlatform(given, tool, anywhere)).toEqual({ kind: 'refused', why: 'bad-invitation' });
  expect(await register({ invitation: '' })).toEqual({ kind: 'refused', why: 'bad-invitation' });
  const late = await registration();
  await pool().query("UPDATE lti_invitation SET expires_at = now() - interval '1 second' WHERE used_at IS NULL");
  expect(await registerPlatform(late, tool, anywhere)).toEqual({ kind: 'refused', why: 'bad-invitation' });
  const former = await registration();
  await pool().query("UPDATE learner SET role = 'learner' WHERE id = $1", [admin.id]);
  expect(await registerPlatform(former, tool, anywhere)).toEqual({ kind: 'refused', why: 'bad-invitation' });
  await pool().query("UPDATE learner SET role = 'admin' WHERE id = $1", [admin.id]);
});

test('a description of another issuer, or one that leads into a private network, is not believed', async () => {
  const honest = platform.configuration.bind(platform);
  platform.configuration = () => ({ ...honest(), issuer: 'https://canvas.instructure.com' });
  expect(await register()).toMatchObject({
    why: 'bad-configuration',
    detail: 'issuer: https://canvas.instructure.com',
  });
  platform.configuration = () => ({ ...honest(), jwks_uri: 'not an address' });
  expect(await register()).toMatchObject({ why: 'bad-configuration', detail: 'jwks_uri' });
  platform.configuration = () => ({ ...honest(), id_token_signing_alg_values_supported: ['HS256'] });
  expect(await register()).toMatchObject({ why: 'bad-configuration' });
  platform.configuration = honest;
  for (const configurationUrl of [
    'http://169.254.169.254/latest/meta-data',
    'https://[::1]/',
    'file:///etc/passwd',
    '',
    'https://localhost:1/',
  ])
    expect(await register({ configurationUrl }, { plainHttp: false, privateAddresses: false })).toMatchObject({
      why: 'configuration-unreachable',
    });
  expect(platform.registrations).toEqual([]);
  expect(await listPlatforms()).toEqual([]);
});

test('a platform that refuses leaves the invitation as it was', async () => {
  const given = await registration();
  expect(await registerPlatform({ ...given, token: 'wrong' }, tool, anywhere)).toMatchObject({
    why: 'registration-refused',
  });
  expect(await registerPlatform(given, tool, anywhere)).toMatchObject({ kind: 'registered' });
});

test('the window tells the platform that it may be closed', async () => {
  const page = registeredPage('A & B', true, 'en');
  const html = await page.text();
  expect(html).toContain("postMessage({subject:'org.imsglobal.lti.close'},'*')");
  expect(html).toContain('A &amp; B');
  const nonce = /script nonce="([^"]+)"/.exec(html)?.[1];
  expect(page.headers.get('content-security-policy')).toContain(`script-src 'nonce-${nonce}'`);
});

test('deployments are those an administrator lists, or all; removing a platform shuts its launches out', async () => {
  await register();
  const [listed] = await listPlatforms();
  const id = listed?.id ?? '';
  const ann = new TestVisitor(platform, { sub: 'ann', roles: [learnerRole] });
  platform.deploymentId = 'deployment-2';
  expect((await ann.post(await ann.begin())).html).toContain('deployment-2');
  await setDeployments(id, true, ['deployment-1'], admin);
  expect((await ann.post(await ann.begin())).status).toBe(200);
  expect((await listPlatforms())[0]?.deployments).toEqual(['deployment-1', 'deployment-2']);
  await setDeployments(id, false, ['deployment-1'], admin);
  expect((await ann.post(await ann.begin())).status).toBe(403);
  const begun = await ann.begin();
  expect(await removePlatform(id, admin)).toBe(true);
  expect(await removePlatform(id, admin)).toBe(false);
  expect((await ann.post(begun)).status).toBe(403);
  await expect(ann.begin()).rejects.toThrow('not registered here');
  const { rows } = await pool().query(
    "SELECT action FROM audit_event WHERE action LIKE 'lti-platform%' AND subject = $1 ORDER BY at",
    [id],
  );
  expect(rows.map(({ action }) => action)).toEqual([
    'lti-platform-added',
    'lti-platform-changed',
    'lti-platform-changed',
    'lti-platform-removed',
  ]);
});
