import { decodeMessage } from './decode-message';
import type { Message } from './message';
import { isSameName } from './name';
import { rcodeName } from './record-type';

/** What a message comes down to. */
export const gists = [
  'query',
  'answer',
  'alias',
  'referral',
  'no-data',
  'no-name',
  'truncated',
  'refused',
  'server-failure',
  'unreadable',
] as const;
export type Gist = (typeof gists)[number];

export function gistOf(message: Message): Gist {
  if (!message.qr) return 'query';
  if (message.tc) return 'truncated';
  const rcode = rcodeName(message.rcode);
  if (rcode === 'REFUSED') return 'refused';
  if (rcode === 'NXDOMAIN') return 'no-name';
  if (rcode !== 'NOERROR') return 'server-failure';
  const [question] = message.questions;
  if (message.answers.some(({ data }) => data.type === question?.type)) return 'answer';
  if (message.answers.length > 0) return 'alias';
  const isReferral = message.authorities.some(
    ({ name, data }) => data.type === 'NS' && !(message.aa && question && isSameName(name, question.name)),
  );
  return isReferral ? 'referral' : 'no-data';
}

export function gistOfBytes(bytes: Uint8Array): Gist {
  const decoded = decodeMessage(bytes);
  return decoded.kind === 'message' ? gistOf(decoded.message) : 'unreadable';
}
