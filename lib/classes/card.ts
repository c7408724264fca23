import { joinAlphabet } from '@/lib/classes/join-code';
import type { Pick } from '@/lib/classes/pseudonym';

/** A printed card: what a learner signs in with, and a code that opens the choice of a password once. */
export type Card = { readonly learnerId: string; readonly name: string; readonly login: string; readonly code: string };

/** Long enough to be handed out after the holidays. */
export const CARD_MINUTES = 30 * 24 * 60;
const LENGTH = 12;

/** 31¹² codes: a digest of one that leaks cannot be tried through. */
export function newCardCode(pick: Pick): string {
  return Array.from({ length: LENGTH }, () => joinAlphabet.charAt(pick(joinAlphabet.length))).join('');
}

/** `K7QP-3MWX-9RTD` */
export function sayCardCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

export function readCardCode(typed: string): string | undefined {
  if (typed.length > 100) return undefined;
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_.]/gu, '');
  return code.length === LENGTH && [...code].every((letter) => joinAlphabet.includes(letter)) ? code : undefined;
}

/** The code as the token of a reset link: good for this learner alone. */
export function cardToken(learnerId: string, code: string): string {
  return `card.${learnerId}.${code}`;
}
