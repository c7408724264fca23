import type { Pick } from '@/lib/classes/pseudonym';

/** Without 0 and O, 1, I and L: what is read from a blackboard must be typed right. */
export const joinAlphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const LENGTH = 8;

/** Eight characters: 31⁸ codes, so that guessing at the pace the door allows finds nothing. `pick` is `randomInt` of node:crypto. */
export function newJoinCode(pick: Pick): string {
  return Array.from({ length: LENGTH }, () => joinAlphabet.charAt(pick(joinAlphabet.length))).join('');
}

/** `readJoinCode(' abcd-efgh ') === 'ABCDEFGH'`; undefined for what can be no code. Capitals, width, spaces and hyphens do not matter. */
export function readJoinCode(typed: string): string | undefined {
  if (typed.length > 100) return undefined;
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_.]/gu, '');
  return code.length === LENGTH && [...code].every((letter) => joinAlphabet.includes(letter)) ? code : undefined;
}

/** As it is shown and read aloud: `ABCD-EFGH`. */
export function sayJoinCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
