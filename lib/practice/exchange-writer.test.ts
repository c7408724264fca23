import { expect, it } from 'vitest';
import { ExchangeWriter } from './exchange-writer';
import type { NewExchange } from './practice-store';

const exchange = (token: string): NewExchange => ({ token, number: 1, at: 0, request: Buffer.from(token) });
const many = Array.from({ length: 40 }, (_, at) => `token-${String(at).padStart(2, '0')}`);

it('writes what came together in as few statements as leave it something to do meanwhile, in the same order everywhere', async () => {
  const statements: string[][] = [];
  const writer = new ExchangeWriter(async (rows) => {
    statements.push(rows.map(({ token }) => token));
    return rows.map(() => true);
  });
  const written = await Promise.all([...many].reverse().map((token) => writer.write(exchange(token))));
  expect(written.every((one) => one === 'there')).toBe(true);
  expect(statements.map(({ length }) => length)).toEqual([20, 16, 4]);
  for (const tokens of statements) expect(tokens).toEqual([...tokens].sort());
  expect(await writer.write(exchange('later'))).toBe('there');
});

it('tells each what became of it', async () => {
  const writer = new ExchangeWriter(async (rows) => rows.map(({ token }) => token !== 'token-03'));
  const written = await Promise.all(many.map((token) => writer.write(exchange(token))));
  expect(written.flatMap((one, at) => (one === 'not' ? [many[at]] : []))).toEqual(['token-03']);
});

it('tries nothing again after the connection broke', async () => {
  let tries = 0;
  const writer = new ExchangeWriter(async () => {
    tries += 1;
    throw Object.assign(new Error('Connection terminated unexpectedly'), { code: 'ECONNRESET' });
  });
  expect(await Promise.all([writer.write(exchange('a')), writer.write(exchange('b'))])).toEqual(['unknown', 'unknown']);
  expect(tries).toBe(1);
});

it('writes the others when one of them breaks the statement', async () => {
  const writer = new ExchangeWriter(async (rows) => {
    if (rows.some(({ token }) => token === 'bad')) throw new Error('invalid byte sequence');
    return rows.map(() => true);
  });
  expect(await Promise.all(['a', 'bad', 'c'].map((token) => writer.write(exchange(token))))).toEqual([
    'there',
    'refused',
    'there',
  ]);
});
