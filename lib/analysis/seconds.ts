/** Longer than this between two answers is a break, and says nothing of the second. */
const longestThought = 30 * 60;

/**
 * How long an answer took, as far as it can be told: since the learner's answer before it, to whatever item, or since its sitting or its draw
 * was opened, whichever was later. Undefined when nothing came before, or too long before. Reading on the way counts as thinking.
 */
export function secondsOf(receivedAt: Date, before: Date | null): number | undefined {
  if (before === null) return undefined;
  const seconds = Math.round((receivedAt.getTime() - before.getTime()) / 1_000);
  return seconds >= 0 && seconds <= longestThought ? seconds : undefined;
}
