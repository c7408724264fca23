const FIRST_SECONDS = 10;
const GROWTH = 4;
/** Six hours: what is away for a night is found in the morning. */
const MOST_SECONDS = 6 * 60 * 60;
/** Nobody who says "come again in a year" is taken at their word. */
const MOST_ASKED_SECONDS = 24 * 60 * 60;

/**
 * Seconds until the next try after the try with this number: 10, 40, 160, … up to six hours, each less by up to half at random, so that jobs
 * which failed together do not all come back together. `chance` is from 0 to 1.
 */
export function backOffSeconds(tryNumber: number, chance: number): number {
  const whole = Math.min(MOST_SECONDS, FIRST_SECONDS * GROWTH ** Math.max(0, tryNumber - 1));
  return whole * (1 - chance / 2);
}

/** What whoever refused asked for, within reason, and never sooner than they asked. */
export function askedSeconds(asked: number, chance: number): number {
  const within = Math.min(MOST_ASKED_SECONDS, Math.max(1, asked));
  return within * (1 + chance / 10);
}
