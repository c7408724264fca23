/** One field of some bytes: where it is and what it says. `to` is exclusive; `bits` counts from the first bit of `from`. */
export type ByteField = {
  /** A code such as `tcp.seq`; `lib/words` has its name and what it is for. */
  field: string;
  from: number;
  to: number;
  bits?: { from: number; to: number };
  value: number | string;
};

/** Every byte of a message belongs to at least one field; fields that share a byte are told apart by their bits. */
export type ByteMap = readonly ByteField[];

/** The fields that byte `index` belongs to. */
export function fieldsAt(map: ByteMap, index: number): readonly ByteField[] {
  return map.filter((field) => field.from <= index && index < field.to);
}
