/** Runs of Han characters, and runs of everything else that is written without a gap: letters, digits, the marks inside of a name. */
export const runs = /\p{Script=Han}+|[\p{L}\p{N}]+/gu;
const han = /^\p{Script=Han}/u;

export function isHan(run: string): boolean {
  return han.test(run);
}

/**
 * Words of grammar, alone or at the edge of a pair, name nothing: 号的, 是一. What a pair loses, the pairs beside it still hold.
 * Both sides of a search leave them out.
 */
const grammar = new Set(
  '的了是在不也都就和与或而但这那它他她你我们个着过把被给让向从到对为以于之其又再很吗呢吧么才只还要会能可有没',
);

/** `pairsOf('三次握手')` is 三次, 次握, 握手. */
export function pairsOf(run: string): string[] {
  const characters = [...run];
  return characters
    .slice(1)
    .map((character, at) => [characters[at] ?? '', character] as const)
    .filter(([one, other]) => !grammar.has(one) && !grammar.has(other))
    .map((pair) => pair.join(''));
}
