import { z } from 'zod';
import type { Item } from '@/lib/curriculum/lesson';
import type { Kind } from '@/lib/quiz/public-kinds';
import { storedResponse } from '@/lib/quiz/stored-response';
import type { Change } from './adjustment';

/** Longer is no answer that somebody gave to a question of this sort. */
const longest = 4_000;

/** `{"choice":"same"}` as it stands in an address or a form. */
export function answerText(answer: object): string {
  return Buffer.from(JSON.stringify(answer)).toString('base64url');
}

/** What a form or an address asks to change; undefined: nothing that can be done to this item. */
export function readChange(
  item: Item,
  sent: { readonly kind: string; readonly answer: string; readonly number: string },
): Change | undefined {
  switch (sent.kind) {
    case 'full-credit':
    case 'drop':
      return { kind: sent.kind };
    case 'undo':
      return /^\d{1,9}$/.test(sent.number) ? { kind: 'undo', number: Number(sent.number) } : undefined;
    case 'accept': {
      // What a person marks is accepted by whoever marks it, and a log is judged by what it reaches.
      if (item.kind !== 'question' || item.question.kind === 'written') return undefined;
      const answer = readAnswer(item.question.kind, sent.answer);
      return answer && { kind: 'accept', answer };
    }
    default:
      return undefined;
  }
}

function readAnswer(kind: Kind, text: string): object | undefined {
  if (text.length > longest) return undefined;
  try {
    return storedResponse(kind, JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return undefined;
    throw error;
  }
}
