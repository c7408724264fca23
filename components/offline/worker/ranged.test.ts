import { expect, it } from 'vitest';
import { ranged } from '@/components/offline/worker/ranged';

const kept = () => new Response('0123456789', { headers: { 'content-type': 'audio/mpeg' } });
const part = async (header: string) => {
  const answer = await ranged(kept(), header);
  return [answer.status, answer.headers.get('content-range'), await answer.text()];
};

it('a player gets the part it asks for', async () => {
  expect(await part('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234']);
  expect(await part('bytes=7-')).toEqual([206, 'bytes 7-9/10', '789']);
  expect(await part('bytes=-3')).toEqual([206, 'bytes 7-9/10', '789']);
  expect(await part('bytes=8-99')).toEqual([206, 'bytes 8-9/10', '89']);
});

it('a part beyond the end is refused with the size there is', async () => {
  expect(await part('bytes=10-')).toEqual([416, 'bytes */10', '']);
});

it('what cannot be read, or asks for several parts, gets the whole file', async () => {
  for (const header of ['bytes=', 'bytes=-', 'bytes=0-1,4-5', 'lines=1-2', ''])
    expect(await part(header)).toEqual([200, null, '0123456789']);
});
