import { expect, test } from 'vitest';
import { inFillingOrder } from '@/lib/db/backup/tables';

const table = (name: string, ...after: string[]) => ({ name, after });

test('a table is filled after the tables it refers to', () => {
  const order = inFillingOrder([table('grade', 'attempt'), table('attempt', 'learner'), table('learner')]);
  expect(order.map(({ name }) => name)).toEqual(['learner', 'attempt', 'grade']);
});

test('tables that refer to each other in a circle are named', () => {
  expect(() => inFillingOrder([table('a', 'b'), table('b', 'a')])).toThrow('a, b');
});
