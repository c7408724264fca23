import { createHmac, timingSafeEqual } from 'node:crypto';

/** Which row a link names: its maker and its own id, both UUIDs. */
export type DraftName = { readonly learnerId: string; readonly id: string };

const bytesOfName = 32;
const bytesOfSeal = 16;
const form = /^[\w-]{64}$/;

/**
 * What stands in a draft link: maker, id, and a seal over both that only this installation can make. A guess therefore never reaches
 * the database, and the table alone opens nothing.
 */
export function draftToken(name: DraftName, secret: string): string {
  const named = Buffer.from(`${name.learnerId}${name.id}`.replaceAll('-', ''), 'hex');
  if (named.length !== bytesOfName) throw new Error(`a draft link names two UUIDs, not ${JSON.stringify(name)}`);
  return Buffer.concat([named, seal(named, secret)]).toString('base64url');
}

/** Which row the token names, if it was made here. */
export function readDraftToken(token: string, secret: string): DraftName | null {
  if (!form.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  const named = bytes.subarray(0, bytesOfName);
  if (!timingSafeEqual(bytes.subarray(bytesOfName), seal(named, secret))) return null;
  return { learnerId: uuid(named.subarray(0, 16)), id: uuid(named.subarray(16)) };
}

/** The label keeps a seal from serving anything else that is made with the same secret. */
function seal(named: Buffer, secret: string): Buffer {
  return createHmac('sha256', secret).update('handrail draft link 1\0').update(named).digest().subarray(0, bytesOfSeal);
}

function uuid(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
