import { expect, test } from 'vitest';
import { isOwnMachine } from './workshop';

test.each(['localhost', 'localhost:3000', '127.0.0.1:3000', '[::1]:3000', '[::1]'])(
  'an author at their own machine is at home: %s',
  (host) => {
    expect(isOwnMachine('127.0.0.1', host)).toBe(true);
  },
);

test.each([
  'evil.example:3000',
  'localhost.evil.example',
  '127.0.0.1.evil.example:3000',
  'x.tunnel.example',
  '192.168.1.4:3000',
  '',
])('a name that somebody made point here opens nothing: %s', (host) => {
  expect(isOwnMachine('127.0.0.1', host)).toBe(false);
});

test('nor does any name once others can reach the machine', () => {
  expect(isOwnMachine('0.0.0.0', 'localhost:3000')).toBe(false);
});
