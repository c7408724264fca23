/** TYPE values (RFC 1035 §3.2.2, RFC 3596, RFC 2782, RFC 6891) whose data this lab reads. */
export const typeCodes = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  PTR: 12,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  SRV: 33,
  OPT: 41,
} as const;
export type KnownType = keyof typeof typeCodes;

/** A known type, or any other as RFC 3597 §5 writes it: `TYPE65`. */
export type RecordType = KnownType | `TYPE${number}`;

/** Types that a learner may ask for and an author may write down. */
export const zoneTypes = ['A', 'AAAA', 'CNAME', 'NS', 'MX', 'TXT', 'SOA', 'PTR', 'SRV'] as const;
export type ZoneType = (typeof zoneTypes)[number];

const names = new Map<number, RecordType>(
  Object.entries(typeCodes).map(([name, code]) => [code, isKnown(name) ? name : (`TYPE${code}` as const)]),
);

function isKnown(name: string): name is KnownType {
  return Object.hasOwn(typeCodes, name);
}

export function typeOf(code: number): RecordType {
  return names.get(code) ?? `TYPE${code}`;
}

export function codeOf(type: RecordType): number {
  return isKnown(type) ? typeCodes[type] : Number(type.slice(4));
}

/** CLASS IN; the only one that is still met. */
export const classIn = 1;

/** RCODE values (RFC 1035 §4.1.1, RFC 2136 §2.2); others stay numbers. */
export const rcodes = ['NOERROR', 'FORMERR', 'SERVFAIL', 'NXDOMAIN', 'NOTIMP', 'REFUSED'] as const;
export type RcodeName = (typeof rcodes)[number];
export const rcodeOf = {
  NOERROR: 0,
  FORMERR: 1,
  SERVFAIL: 2,
  NXDOMAIN: 3,
  NOTIMP: 4,
  REFUSED: 5,
} as const satisfies Record<RcodeName, number>;

/** `NXDOMAIN`; a number without a name as it is. */
export function rcodeName(rcode: number): string {
  return rcodes[rcode] ?? String(rcode);
}
