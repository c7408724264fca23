import type { Localized } from '@/lib/words/locale';
import type { Reading } from './answer';
import type { PublicOption } from './public-single-choice';

export type PublicOrdering = { kind: 'ordering'; prompt: Localized; options: PublicOption[] };

/** First to last. */
export type OrderingResponse = { order: string[] };

export const publicOrdering = {
  names: (question: PublicOrdering) => question.options.map(({ letter }) => letter),

  fromForm(form: FormData): unknown {
    return { order: form.getAll('order') };
  },

  read(letters: readonly string[], raw: object): Reading<OrderingResponse> {
    const order: unknown = 'order' in raw ? raw.order : [];
    const wrong = {
      kind: 'wrong-shape',
      field: 'response.order',
      expected: `${letters.join(', ')}, each once, first to last`,
    } as const;
    if (!Array.isArray(order) || order.length > letters.length) return wrong;
    if (order.length === 0) return { kind: 'incomplete', missing: 'order' };
    const placed = order.filter((letter): letter is string => letters.includes(letter));
    if (placed.length !== letters.length || new Set(placed).size !== letters.length) return wrong;
    return { kind: 'complete', response: { order: placed } };
  },

  rename(response: OrderingResponse, to: (name: string) => string): OrderingResponse {
    return { order: response.order.map(to) };
  },
};
