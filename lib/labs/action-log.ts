/** What a saved action log may hold at most: larger ones are refused before they are replayed. */
export const actionLogLimits = { actions: 5_000, bytes: 64 * 1024 } as const;

/** Seeds are 32-bit, so that they survive JSON, YAML and a link unchanged. */
export const largestSeed = 0xffff_ffff;
