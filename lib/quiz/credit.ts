/**
 * How the parts of an answer become a share of its points. Every kind names the rules it knows; the author's handbook
 * (content/README.md) prints each with an example.
 * - `all-or-nothing`: everything is right, or nothing is earned.
 * - `each-part`: every right part earns its share: two of three right blanks earn two thirds.
 * - `right-minus-wrong`: every right part earns its share and every wrong one takes a share back, never below nothing:
 *   naming everything does not pay.
 */
export const creditRules = ['all-or-nothing', 'each-part', 'right-minus-wrong'] as const;

export type CreditRule = (typeof creditRules)[number];

/** What was right, of how many; and what was named wrongly, where a learner may name too much. */
export type Parts = { right: number; of: number; wrong?: number };

/** The share of the points, from 0 to 1. Mending one part never lowers it. */
export function creditFor(rule: CreditRule, { right, of, wrong = 0 }: Parts): number {
  if (right === of && wrong === 0) return 1;
  switch (rule) {
    case 'all-or-nothing':
      return 0;
    case 'each-part':
      return right / of;
    case 'right-minus-wrong':
      return Math.max(0, (right - wrong) / of);
  }
}
