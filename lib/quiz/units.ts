import { z } from 'zod';
import { idSchema } from './question-base';

/** Units that need no explaining: how each is written, and how many of its dimension's own unit it is. */
const known = {
  time: {
    ns: [1e-9, 'ns', '纳秒', 'nanosecond', 'nanoseconds'],
    us: [1e-6, 'µs', '微秒', 'us', 'microsecond', 'microseconds'],
    ms: [1e-3, 'ms', '毫秒', 'millisecond', 'milliseconds', 'msec'],
    s: [1, 's', '秒', 'sec', 'second', 'seconds', '秒钟'],
    min: [60, 'min', '分钟', 'minute', 'minutes', '分'],
    h: [3600, 'h', '小时', 'hour', 'hours', '时'],
    d: [86400, 'd', '天', 'day', 'days', '日'],
  },
  data: {
    bit: [1, 'bit', '比特', 'bits', '位'],
    byte: [8, 'B', '字节', 'byte', 'bytes'],
    kb: [8e3, 'kB', '千字节', 'KB', 'kilobyte', 'kilobytes'],
    kib: [8192, 'KiB', 'KiB', 'kibibyte', 'kibibytes'],
    mb: [8e6, 'MB', '兆字节', 'megabyte', 'megabytes'],
    mib: [8388608, 'MiB', 'MiB', 'mebibyte', 'mebibytes'],
  },
  rate: {
    'bit-per-s': [1, 'bit/s', '比特每秒', 'bps', 'b/s', '比特/秒'],
    'kbit-per-s': [1e3, 'kbit/s', '千比特每秒', 'kbps', 'kb/s', '千比特/秒'],
    'mbit-per-s': [1e6, 'Mbit/s', '兆比特每秒', 'Mbps', 'Mb/s', '兆比特/秒'],
    'gbit-per-s': [1e9, 'Gbit/s', '吉比特每秒', 'Gbps', 'Gb/s', '吉比特/秒'],
  },
  frequency: {
    hz: [1, 'Hz', '赫兹', 'hertz'],
    khz: [1e3, 'kHz', '千赫', 'kilohertz'],
    mhz: [1e6, 'MHz', '兆赫', 'megahertz'],
    ghz: [1e9, 'GHz', '吉赫', 'gigahertz'],
  },
  length: {
    mm: [1e-3, 'mm', '毫米', 'millimetre', 'millimetres', 'millimeter', 'millimeters'],
    cm: [1e-2, 'cm', '厘米', 'centimetre', 'centimetres', 'centimeter', 'centimeters'],
    m: [1, 'm', '米', 'metre', 'metres', 'meter', 'meters'],
    km: [1e3, 'km', '千米', 'kilometre', 'kilometres', 'kilometer', 'kilometers', '公里'],
  },
  mass: {
    mg: [1e-6, 'mg', '毫克', 'milligram', 'milligrams'],
    g: [1e-3, 'g', '克', 'gram', 'grams'],
    kg: [1, 'kg', '千克', 'kilogram', 'kilograms', '公斤'],
  },
} as const satisfies Record<string, Record<string, readonly [number, string, string, ...string[]]>>;

type KnownUnit = { dimension: string; size: number; names: readonly string[] };

const knownUnits = new Map<string, KnownUnit>(
  Object.entries(known).flatMap(([dimension, units]) =>
    Object.entries<readonly [number, ...string[]]>(units).map(([id, [size, ...names]]) => [
      id,
      { dimension, size, names },
    ]),
  ),
);

const name = z.string().trim().min(1).max(24);

/** A unit the table does not have: what it is called, and how many of the first unit of the list it is. */
const ownUnit = z.strictObject({
  id: idSchema,
  text: z.strictObject({ en: name.optional(), zh: name.optional() }),
  names: z.array(name).max(12).default([]),
  factor: z.number().positive().default(1),
});

export const unitsSchema = z
  .array(z.union([z.string(), ownUnit]))
  .min(1)
  .max(12)
  .superRefine((units, context) => {
    const issue = (at: number, message: string) => context.addIssue({ code: 'custom', path: [at], message });
    const first = typeof units[0] === 'string' ? knownUnits.get(units[0]) : undefined;
    units.forEach((unit, at) => {
      if (typeof unit !== 'string') return;
      const found = knownUnits.get(unit);
      if (!found)
        issue(
          at,
          `the unit "${unit}" is not one of ${[...knownUnits.keys()].join(', ')}; say it as { id: ${unit}, text: { en: "…", zh: "…" }, factor: 1 }`,
        );
      else if (at > 0 && found.dimension !== first?.dimension)
        issue(at, `"${unit}" cannot be turned into the first unit of the list; say by how much: { id, text, factor }`);
    });
    if (typeof units[0] === 'object' && units[0].factor !== 1)
      issue(0, 'the first unit is the one the value is in; its factor is 1');
    const ids = units.map((unit) => (typeof unit === 'string' ? unit : unit.id));
    if (new Set(ids).size < ids.length) context.addIssue({ code: 'custom', message: 'a unit is named twice' });
  });

export type Unit = {
  id: string;
  text: { en?: string | undefined; zh?: string | undefined };
  names: string[];
  factor: number;
};

/** The units of a list, each with all its names and its size in the first one. */
export function unitsOf(listed: z.infer<typeof unitsSchema>): Unit[] {
  const [first] = listed;
  const one = typeof first === 'string' ? (knownUnits.get(first)?.size ?? 1) : 1;
  return listed.map((unit) => {
    if (typeof unit !== 'string') {
      const { id, text, names, factor } = unit;
      return { id, text, names: [text.en, text.zh, ...names].filter((said) => said !== undefined), factor };
    }
    const { size = 1, names = [] } = knownUnits.get(unit) ?? {};
    const [en = unit, zh = unit] = names;
    return { id: unit, text: { en, zh }, names: [...names], factor: size / one };
  });
}

/** A unit's name is the same in full width; capitals count only where two units differ by them (Mb, mb). */
const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '');

/** The unit that was typed, if the list knows it. */
export function unitNamed(units: readonly Unit[], typed: string): Unit | undefined {
  const wanted = plain(typed);
  const exact = units.find(({ names }) => names.some((name) => plain(name) === wanted));
  if (exact) return exact;
  const small = wanted.toLowerCase();
  const alike = units.filter(({ names }) => names.some((name) => plain(name).toLowerCase() === small));
  return alike.length === 1 ? alike[0] : undefined;
}

/** The unit that stands after a box may be typed all the same, by any name it has. */
export function isUnit(text: { en?: string | undefined; zh?: string | undefined }, typed: string): boolean {
  const said = [text.en, text.zh].filter((name) => name !== undefined);
  const others = [...knownUnits.values()].flatMap(({ names }) =>
    names.some((name) => said.some((one) => plain(one) === plain(name))) ? names : [],
  );
  return unitNamed([{ id: '', text, names: [...said, ...others], factor: 1 }], typed) !== undefined;
}
