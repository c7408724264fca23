import type { TagClass } from './tag';

/**
 * One value where it stands in its bytes. Offsets count from the first byte that was decoded, `to` is exclusive:
 * the tag is [from, lengthFrom), the length octets [lengthFrom, valueFrom), the value [valueFrom, to).
 */
export type DerNode = {
  readonly tagClass: TagClass;
  readonly tag: number;
  readonly constructed: boolean;
  readonly from: number;
  readonly lengthFrom: number;
  readonly valueFrom: number;
  readonly to: number;
  /** None for a primitive value. */
  readonly children: readonly DerNode[];
};

/** The same without its place: what is encoded. */
export type DerValue =
  | { readonly tagClass: TagClass; readonly tag: number; readonly constructed: false; readonly value: Uint8Array }
  | {
      readonly tagClass: TagClass;
      readonly tag: number;
      readonly constructed: true;
      readonly children: readonly DerValue[];
    };

export function derValueOf(node: DerNode, bytes: Uint8Array): DerValue {
  const { tagClass, tag } = node;
  return node.constructed
    ? { tagClass, tag, constructed: true, children: node.children.map((child) => derValueOf(child, bytes)) }
    : { tagClass, tag, constructed: false, value: bytes.slice(node.valueFrom, node.to) };
}

/** A node, then all within it, in the order of their bytes. */
export function* everyNode(node: DerNode): Generator<DerNode> {
  yield node;
  for (const child of node.children) yield* everyNode(child);
}
