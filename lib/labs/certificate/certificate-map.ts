import type { ByteField, ByteMap } from '../byte-map';
import { decodeDer, decodeWithin } from '../der/decode';
import { faultOr } from '../der/fault';
import type { DerNode } from '../der/node';
import { isContext, isType } from '../der/read';
import { tagName } from '../der/tag';
import { type Shape, type ShapeName, shapes } from './shapes';
import { valueText } from './value-text';

/**
 * Which field each byte of a certificate, a revocation list or a request is, down to tag, length and value of every part.
 * A field's name is its path, so that no two are alike: `certificate/tbsCertificate/validity/notBefore`; behind `~` stands `tag`,
 * `length` or `value`. Fields nest, and come outermost first. Bytes that are no DER are one field, `unreadable`.
 */
export function certificateMap(bytes: Uint8Array, shape: ShapeName = 'certificate'): ByteMap {
  const whole = faultOr(() => decodeDer(bytes));
  if (whole.kind === 'fault') {
    const value = `${whole.fault.code} ${whole.fault.at}`;
    return [{ field: 'unreadable', from: 0, to: bytes.length, value }];
  }
  const fields: ByteField[] = [];
  addFields(shape, whole.value, shapes[shape], fields, bytes);
  return fields;
}

function addFields(path: string, node: DerNode, shape: Shape, fields: ByteField[], bytes: Uint8Array) {
  const { from, lengthFrom, valueFrom, to } = node;
  const value = valueText(node, bytes, path);
  fields.push({ field: path, from, to, value });
  fields.push({ field: `${path}~tag`, from, to: lengthFrom, value: tagName(node.tagClass, node.tag) });
  fields.push({ field: `${path}~length`, from: lengthFrom, to: valueFrom, value: to - valueFrom });
  const inner = innerOf(node, shape, bytes);
  if (inner) {
    const start = isType(node, 'BIT STRING') ? 1 : 0;
    if (start === 1) fields.push({ field: `${path}~unused`, from: valueFrom, to: valueFrom + 1, value: 0 });
    addFields(`${path}/${inner.name}`, inner.node, inner.shape, fields, bytes);
    return;
  }
  if (!node.constructed && valueFrom < to) fields.push({ field: `${path}~value`, from: valueFrom, to, value });
  for (const [at, child] of node.children.entries()) {
    const part = partOf(shape, node, at, bytes);
    addFields(`${path}/${part.name}`, child, part.shape, fields, bytes);
  }
}

/** What an OCTET STRING or BIT STRING holds, where it is known to hold another value and does. */
function innerOf(node: DerNode, shape: Shape, bytes: Uint8Array) {
  if (!shape.holds || node.constructed) return null;
  const start = node.valueFrom + (isType(node, 'BIT STRING') ? 1 : 0);
  const read = faultOr(() => decodeWithin(bytes, start, node.to, 8));
  return read.kind === 'read' ? { node: read.value, name: shape.holds.name, shape: shape.holds.shape } : null;
}

/** The name and the shape of the part number `at`: by place, leaving out optional parts that are not there. */
function partOf(shape: Shape, node: DerNode, at: number, bytes: Uint8Array): { name: string; shape: Shape } {
  if (shape.each) return { name: `${shape.each.name}.${at}`, shape: shape.each.shape(node.children[at], bytes) };
  let place = 0;
  for (const part of shape.parts ?? []) {
    const child = node.children[place];
    if (part.context !== undefined && !isContext(child, part.context)) continue;
    if (part.type !== undefined && !isType(child, part.type)) continue;
    if (place === at) return { name: part.name, shape: part.shape?.(node, bytes) ?? {} };
    place += 1;
  }
  return { name: `part.${at}`, shape: {} };
}
