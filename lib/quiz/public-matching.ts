import type { Localized } from '@/lib/words/locale';
import { publicPlacing } from './public-placing';
import type { PublicOption } from './public-single-choice';

/** `lefts` are named by letters, `rights` by numbers; a right item may fit several left ones, or none. */
export type PublicMatching = { kind: 'matching'; prompt: Localized; lefts: PublicOption[]; rights: PublicOption[] };

export const publicMatching = {
  names: ({ lefts, rights }: PublicMatching) => [...lefts, ...rights].map(({ letter }) => letter),
  ...publicPlacing('pairs'),
};
