import { expect, test } from 'vitest';
import { runSchema } from '@/lib/labs/run';
import { factOf } from './fact';

const hello = runSchema.parse({
  id: 'hello',
  lab: 'tls',
  title: { en: 'Hello' },
  actions: [{ kind: 'connect' }],
});

test('bytes are printed in hex, up to four one by one, more in groups of four', () => {
  const random = /^(?:[0-9a-f]{8} ){7}[0-9a-f]{8}$/;
  expect(factOf(hello, 'client.values.0.bytes')).toEqual({ kind: 'value', text: expect.stringMatching(random) });
});

test('what is too long to read says so, and how to ask for one byte of it', () => {
  const fact = factOf(hello, 'records.0.bytes');
  expect(fact).toMatchObject({ kind: 'unprintable', message: expect.stringContaining('records.0.bytes.0') });
});
