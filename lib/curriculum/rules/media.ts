import type { RuleRoom } from './rule';

/** Figures, sounds and films. */
export const mediaRules = {
  figure: {
    says: 'a figure is a safe SVG drawing or a PNG picture, with words for it',
    zh: '图是安全的SVG或PNG，并有文字说明',
  },
} as const satisfies RuleRoom;
