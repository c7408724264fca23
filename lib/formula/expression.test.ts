import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from './evaluate';
import { type Expression, faultWords, limits } from './expression';
import { formulaValue } from './formula';
import { parse } from './parse';
import { isFault, plainText, type Value } from './value';

const names = { isn: 40_921, length: 100, half: 0.5, word: 'SYN', flags: ['SYN', 'ACK'], yes: true };

function computed(source: string): Value {
  const value = formulaValue(source, names);
  if (isFault(value)) throw new Error(faultWords(value));
  return value;
}

function faultOf(source: string): string {
  const value = formulaValue(source, names);
  return isFault(value) ? faultWords(value) : `no fault: ${String(value)}`;
}

describe('a formula has the value that is written', () => {
  test.each<[string, Value]>([
    ['isn + length', 41_021],
    ['2 + 3 * 4 - 1', 13],
    ['(2 + 3) * 4', 20],
    ['-2 ** 2', -4],
    ['2 ** 3 ** 2', 512],
    ['2 ** -1', 0.5],
    ['7 / 2', 3.5],
    ['-7 % 4', 1],
    ['mod(-7, 4)', 1],
    ['mod(7, -4)', -1],
    ['seq(2 ** 32 + 5)', 5],
    ['seq(-1)', 4_294_967_295],
    ['powmod(4, 13, 497)', 445],
    ['powmod(2, 9007199254740991, 1000000007)', 288_570_470],
    ['bitand(0xff00, 0x0ff0)', 0x0f00],
    ['bitor(0x80000000, 1)', 0x8000_0001],
    ['bitxor(0b1010, 0b0110)', 0b1100],
    ['hex(isn)', '9fd9'],
    ['hex(10, 4)', '000a'],
    ['bin(5, 8)', '00000101'],
    ['round(2.5)', 3],
    ['round(-2.5)', -3],
    ['round(1.005, 2)', 1.01],
    ['floor(-0.5)', -1],
    ['ceil(half)', 1],
    ['min(3, 1, 2) + max(3, 1, 2) + abs(-4)', 8],
    ['pick(["SYN", "ACK"], 2)', 'ACK'],
    ['pick(flags, 1)', 'SYN'],
    ['count(flags)', 2],
    ['length("握手")', 2],
    ['text("SEQ=", isn, " ", half)', 'SEQ=40921 0.5'],
    ['if(length > 0, "data", 1 / 0)', 'data'],
    ['not (isn == length) and yes', true],
    ['not isn == length', true],
    ['yes or 1 / 0 == 1', true],
    ["word == 'SYN'", true],
    ['0x10 + 0b11', 19],
  ])('%s', (source, value) => {
    expect(computed(source)).toEqual(value);
  });
});

describe('what is wrong with a formula is told with its column', () => {
  test.each([
    ['isn +', 'column 6: expected a number, a name or "(", found the end'],
    ['isn lenght', 'column 5: expected an operator or the end, found "lenght"'],
    ['(1 + 2', 'column 7: expected ")", found the end'],
    [
      'isn = 5',
      'column 5: expected a number, a name, a text in quotes or an operator, found "=": two of them ask whether things are equal, ==',
    ],
    ['1 < isn < 9', 'column 9: expected one comparison, joined to the next by "and", found "<"'],
    ['lenght + 1', 'column 1: expected a parameter, found "lenght"'],
    ['isn / (length - 100)', 'column 5: expected a divisor that is not 0, found 0'],
    ['word + 1', 'column 6: expected a number, found the text "SYN"'],
    ['flags + 1', 'column 7: expected single values, found a list'],
    ['9007199254740991 + 1', `column 18: expected a number up to ${limits.magnitude}, found a larger one`],
    ['9007199254740992', `column 1: expected a number up to ${limits.magnitude}, found 9007199254740992`],
    ['pick(flags, 0)', 'column 1: expected a place in the list, 1 to 2, found the number 0'],
    ['2 ** 65', 'column 3: expected a whole exponent from -64 to 64, found 65'],
    ['if(1, 2, 3)', 'column 4: expected something true or false, found the number 1'],
    ['constructor', 'column 1: expected a parameter, found "constructor"'],
  ])('%s', (source, words) => {
    expect(faultOf(source)).toBe(words);
  });

  test('a misspelt function is told with those there are', () => {
    expect(faultOf('rond(2.5)')).toMatch(/^column 1: expected a function: if, min, .*round.*, found "rond"$/);
  });
});

const anyValue: fc.Arbitrary<Value> = fc.oneof(
  fc.double(),
  fc.string({ maxLength: 10 }),
  fc.boolean(),
  fc.array(fc.oneof(fc.integer(), fc.string()), { maxLength: 4 }),
);
const pieces = fc.constantFrom(
  ...'+ - * / % ** == != < <= > >= ( ) [ ] , and or not if min max abs round mod seq powmod hex bin pick text count length'.split(
    ' ',
  ),
  ...'isn x 0 1 2 0.5 1e9 9007199254740991 0xff "SYN" constructor __proto__ toString true'.split(' '),
);
const sources = fc.oneof(
  fc.string({ maxLength: 500 }),
  fc.array(pieces, { maxLength: 80 }).map((parts) => parts.join(' ')),
  fc.nat({ max: 300 }).map((depth) => `${'('.repeat(depth)}1${')'.repeat(depth)}`),
  fc.nat({ max: 300 }).map((depth) => `${'-'.repeat(depth)}1`),
  fc.nat({ max: 90 }).map((depth) => `${'2**'.repeat(depth)}2`),
  fc.nat({ max: 60 }).map((depth) => `${'text('.repeat(depth)}"aaaaaaaaaa", 1${')'.repeat(depth)}`),
);

function partsOf(expression: Expression): number {
  switch (expression.kind) {
    case 'list':
      return 1 + expression.items.reduce((sum, one) => sum + partsOf(one), 0);
    case 'call':
      return 1 + expression.of.reduce((sum, one) => sum + partsOf(one), 0);
    case 'unary':
      return 1 + partsOf(expression.of);
    case 'binary':
      return 1 + partsOf(expression.left) + partsOf(expression.right);
    default:
      return 1;
  }
}

test('whatever is written, reading and computing it throws nothing, and takes no more steps than a formula may have parts', () => {
  fc.assert(
    fc.property(sources, anyValue, (source, x) => {
      const expression = parse(source);
      if (expression.kind === 'fault') {
        expect(expression.at).toBeLessThanOrEqual(Math.max(source.length, limits.characters));
        return;
      }
      expect(partsOf(expression)).toBeLessThanOrEqual(limits.parts);
      const value = evaluate(expression, { isn: 40_921, x });
      if (typeof value === 'string') expect(value.length).toBeLessThanOrEqual(Math.max(limits.characters, 40));
    }),
    { numRuns: 2_000 },
  );
});

/** A tree of whole numbers, as a formula and as what BigInt makes of it; undefined where it has no exact value. */
type Tree = { source: string; value: bigint | undefined };

const exact = (value: bigint) =>
  value >= BigInt(-limits.magnitude) && value <= BigInt(limits.magnitude) ? value : undefined;

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.integer({ min: 0, max: 1_000_000 }).map((value) => ({ source: String(value), value: BigInt(value) })),
    fc
      .tuple(tie('tree'), fc.constantFrom('+', '-', '*', '%', 'min', 'max'), tie('tree'))
      .map(([a, operator, b]) => joined(a, operator, b)),
    tie('tree').map(({ source, value }) => ({
      source: `-(${source})`,
      value: value === undefined ? undefined : -value,
    })),
  ),
}));

function joined(a: Tree, operator: string, b: Tree): Tree {
  const isCall = operator === 'min' || operator === 'max';
  const source = isCall ? `${operator}(${a.source}, ${b.source})` : `(${a.source}) ${operator} (${b.source})`;
  if (a.value === undefined || b.value === undefined) return { source, value: undefined };
  const [x, y] = [a.value, b.value];
  const isLess = x < y;
  const floored = () => (y === 0n ? undefined : ((x % y) + y) % y);
  const by: Record<string, () => bigint | undefined> = {
    '+': () => x + y,
    '-': () => x - y,
    '*': () => x * y,
    '%': floored,
    min: () => (isLess ? x : y),
    max: () => (isLess ? y : x),
  };
  const value = by[operator]?.();
  return { source, value: value === undefined ? undefined : exact(value) };
}

test('whole numbers are exact: what BigInt says, or a fault where that does not fit', () => {
  fc.assert(
    fc.property(
      tree.filter(({ source }) => source.length <= limits.characters),
      ({ source, value }) => {
        const found = formulaValue(source, {});
        if (typeof found === 'number') expect(BigInt(found)).toBe(value);
        else expect(value).toBeUndefined();
      },
    ),
    { numRuns: 2_000 },
  );
});

test('numbers are shown without dust and without an exponent', () => {
  expect([0.1 + 0.2, 1e-7, -0.5, 1 / 3, 12, 1e15].map(plainText)).toEqual([
    '0.3',
    '0.0000001',
    '-0.5',
    '0.333333333333',
    '12',
    '1000000000000000',
  ]);
});
