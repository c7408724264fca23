import type { Localized } from '@/lib/words/locale';
import { publicPlacing } from './public-placing';
import type { PublicOption } from './public-single-choice';

/** `items` are named by letters; `categories` by numbers, in their author's order. */
export type PublicCategorising = {
  kind: 'categorising';
  prompt: Localized;
  items: PublicOption[];
  categories: PublicOption[];
};

export const publicCategorising = {
  names: ({ items, categories }: PublicCategorising) => [...items, ...categories].map(({ letter }) => letter),
  ...publicPlacing('categories'),
};
