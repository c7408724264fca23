import { expect, test } from 'vitest';
import { nameKey } from '@/lib/gradebook/name-key';

const inOrder = (names: readonly string[]) =>
  [...names].sort((one, other) => Buffer.compare(Buffer.from(nameKey(one)), Buffer.from(nameKey(other))));

test('Chinese names stand in the order of their pinyin', () => {
  const names = ['张伟', '王芳', '李娜', '刘洋', '陈静', '阿丽', '周杰', '赵敏', '欧阳修', '白居易', '王安石'];
  expect(inOrder(names)).toEqual([...names].sort(new Intl.Collator('zh').compare));
});

test('Latin names do not mind marks and capitals, and stand before Chinese ones', () => {
  expect(inOrder(['王芳', 'zoë', 'Élodie', 'emil', 'Änne', 'ann'])).toEqual([
    'ann',
    'Änne',
    'Élodie',
    'emil',
    'zoë',
    '王芳',
  ]);
});

test('whatever a name is made of has a key of bounded length', () => {
  for (const name of ['', ' ', '\u0000', '<b>x</b>', '\u{1f600}'.repeat(300), '\ud800', 'مريم', '张'.repeat(200)])
    expect(nameKey(name).length).toBeLessThan(60);
  expect(nameKey('  Ann   Lee ')).toBe('ann lee');
});
