/** The steps of the heat scale, from nothing to everything: each darker than the one before, with a longer bar and a heavier number. */
export const heatSteps = [0, 1, 2, 3, 4, 5] as const;
export type HeatStep = (typeof heatSteps)[number];

/** The step of a share from 0 to 1. Only what is whole is at the last: 99.6 % is not. */
export function heatOf(share: number): HeatStep {
  if (!(share > 0)) return 0;
  if (share >= 1) return 5;
  return heatSteps[1 + Math.min(3, Math.floor(share * 4))] ?? 0;
}

/** A share as a whole number of hundredths, so that only what is whole reads 100 and only what is nothing reads 0. */
export function hundredths(share: number): number {
  if (!(share > 0)) return 0;
  if (share >= 1) return 100;
  return Math.min(99, Math.max(1, Math.round(share * 100)));
}
