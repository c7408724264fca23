import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { newcomerLimit } from './newcomer-limit';
import { siteOf } from './site';

function requestWith(cookie?: string): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  if (cookie) request.headers.cookie = cookie;
  return request;
}

const limit = () =>
  newcomerLimit(
    siteOf({ PUBLIC_URL: undefined, TRUST_PROXY: false }),
    async (cookie) => cookie === 'handrail.session=real',
    () => 0,
  );

async function askedTooOften(path: string, cookie?: string): Promise<boolean> {
  const newcomers = limit();
  for (let i = 0; i < 1200; i += 1) expect(await newcomers.secondsToWait(path, requestWith(cookie))).toBe(0);
  return (await newcomers.secondsToWait(path, requestWith(cookie))) > 0;
}

it('counts guests, accounts and plain forms of nobody, by address', async () => {
  for (const path of ['/api/guest', '/en/sign-up', '/api/forms/answer', '/api/forms/draw', '/api/forms/sitting'])
    expect(await askedTooOften(path)).toBe(true);
});

it('counts a plain form whose session cookie was made up', async () => {
  expect(await askedTooOften('/api/forms/answer', 'handrail.session=x')).toBe(true);
});

it('does not count the forms of who is known already, nor other calls', async () => {
  expect(await askedTooOften('/api/forms/answer', 'handrail.session=real')).toBe(false);
  expect(await askedTooOften('/api/place')).toBe(false);
});
