/** The two highest bits of a tag (X.690 §8.1.2.2). */
export const tagClasses = ['universal', 'application', 'context', 'private'] as const;
export type TagClass = (typeof tagClasses)[number];

/** The universal types that certificates use, by the name X.680 gives them. */
export const universalTags = {
  BOOLEAN: 1,
  INTEGER: 2,
  'BIT STRING': 3,
  'OCTET STRING': 4,
  NULL: 5,
  'OBJECT IDENTIFIER': 6,
  ENUMERATED: 10,
  UTF8String: 12,
  SEQUENCE: 16,
  SET: 17,
  PrintableString: 19,
  TeletexString: 20,
  IA5String: 22,
  UTCTime: 23,
  GeneralizedTime: 24,
  VisibleString: 26,
  UniversalString: 28,
  BMPString: 30,
} as const;
export type UniversalType = keyof typeof universalTags;

const names = new Map<number, UniversalType>();
for (const name of Object.keys(universalTags)) if (isUniversalType(name)) names.set(universalTags[name], name);

function isUniversalType(name: string): name is UniversalType {
  return name in universalTags;
}

/** The universal type with this number, if certificates know it. */
export function universalType(tag: number): UniversalType | undefined {
  return names.get(tag);
}

/** `SEQUENCE`, `[0]`, `[APPLICATION 3]`: a tag as X.680 writes it. */
export function tagName(tagClass: TagClass, tag: number): string {
  if (tagClass === 'universal') return universalType(tag) ?? `[UNIVERSAL ${tag}]`;
  if (tagClass === 'context') return `[${tag}]`;
  return `[${tagClass.toUpperCase()} ${tag}]`;
}
