import { encodeMessage } from './encode-message';
import type { Message } from './message';
import { typeOf } from './record-type';

/** RFC 1035 §2.3.4: the most that a message over UDP holds, unless both ends agreed on more. */
export const smallest = 512;

/** What the asker takes over UDP: what its OPT record says in the place of a class (RFC 6891 §6.2.3), never less than 512. */
export function mostFor(query: Message): number {
  const opt = query.additionals.find(({ data }) => data.type === typeOf(41));
  return Math.max(smallest, opt?.class ?? smallest);
}

/**
 * A message that fits into `most` bytes. Additional records go first, without a word (RFC 2181 §9); where the rest is still too long,
 * nothing of it is sent but TC, so that nobody takes a part for the whole.
 */
export function truncated(message: Message, most: number): Message {
  if (encodeMessage(message).length <= most) return message;
  const kept = message.additionals.filter(({ data }) => data.type === 'OPT');
  const isReferral = message.answers.length === 0 && message.authorities.length > 0;
  const shorter = { ...message, additionals: kept };
  if (!isReferral && encodeMessage(shorter).length <= most) return shorter;
  return { ...message, tc: true, answers: [], authorities: [], additionals: kept };
}
