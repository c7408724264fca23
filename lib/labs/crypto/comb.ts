/** What a curve's points are added by. */
export type Group<Point> = {
  readonly zero: Point;
  add(a: Point, b: Point): Point;
  double(a: Point): Point;
};

const teeth = 6;
const columns = 43;

/**
 * Multiples of one point, again and again: a comb of Lim and Lee (CRYPTO ’94). Its 63 sums are made when the first multiple is asked for,
 * and take about as long as one multiple without them; from then on a multiple takes 43 additions. For factors of up to 258 bits.
 */
export function combOf<Point>(group: Group<Point>, base: Point): (factor: bigint) => Point {
  let sums: readonly Point[] | null = null;
  return (factor) => {
    sums ??= sumsOf(group, base);
    const bits = factor.toString(2).padStart(teeth * columns, '0');
    let all = group.zero;
    for (let column = 0; column < columns; column += 1) {
      let digit = 0;
      for (let at = column; at < bits.length; at += columns) digit = digit * 2 + (bits.charCodeAt(at) & 1);
      all = group.double(all);
      const sum = sums[digit];
      if (sum && digit > 0) all = group.add(all, sum);
    }
    return all;
  };
}

/** For each choice of teeth the sum of their points; tooth t stands for 2^(43·t). */
function sumsOf<Point>({ zero, add, double }: Group<Point>, base: Point): Point[] {
  const sums = [zero];
  let point = base;
  for (let tooth = 0; tooth < teeth; tooth += 1) {
    for (const sum of sums.slice()) sums.push(tooth === 0 ? point : add(sum, point));
    if (tooth < teeth - 1) for (let column = 0; column < columns; column += 1) point = double(point);
  }
  return sums;
}

/** A multiple of any point, four bits of the factor at a time. */
export function multipleOf<Point>({ zero, add, double }: Group<Point>, base: Point, factor: bigint): Point {
  const multiples = [zero, base];
  for (let digit = 2; digit < 16; digit += 1) {
    const half = multiples[digit >> 1] ?? zero;
    multiples.push(digit % 2 === 0 ? double(half) : add(multiples[digit - 1] ?? zero, base));
  }
  let all = zero;
  for (const text of factor.toString(16)) {
    for (let bit = 0; bit < 4; bit += 1) all = double(all);
    const digit = Number.parseInt(text, 16);
    if (digit > 0) all = add(all, multiples[digit] ?? zero);
  }
  return all;
}
