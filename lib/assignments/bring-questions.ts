import { faultsOf } from '@/lib/assignments/judge-question';
import { bringQuestion } from '@/lib/exchange/bring/bring-question';
import type { ReadFault } from '@/lib/exchange/exchanged';
import { parseGift } from '@/lib/exchange/gift/parse-gift';
import type { Note } from '@/lib/exchange/note';
import { type Question, questionSchema } from '@/lib/quiz/question';
import type { Locale } from '@/lib/words/locale';

export const mostBrought = 200;
export const largestFile = 500 * 1024;

/** What would come of a file: the questions, what does not come along, and the places that cannot be read. */
export type WouldBring = {
  readonly questions: readonly Question[];
  readonly of: number;
  readonly notes: readonly Note[];
  readonly faults: readonly ReadFault[];
};

/** Questions in GIFT as questions of a class: judged by the rules of authors' questions, asked in its assignments alone. Pure. */
export function bringGift(text: string, locale: Locale, known: readonly string[]): WouldBring {
  const { questions: read, faults } = parseGift(text);
  const taken = new Set(known);
  const notes: Note[] = [];
  const questions: Question[] = [];
  for (const from of read.slice(0, mostBrought)) {
    const brought = bringQuestion(from, { locale, objectives: [], taken });
    notes.push(...brought.notes);
    if (!brought.question) continue;
    const parsed = questionSchema.safeParse({ ...brought.question, use: 'assessed' });
    if (!parsed.success) continue;
    const wrong = faultsOf(parsed.data).find(({ severity, rule }) => severity !== 'warning' && rule !== 'explanation');
    const { name: item, line, column } = from;
    if (wrong) notes.push({ item, loss: 'left-out', why: wrong.message, line, column });
    else questions.push(parsed.data);
  }
  for (const { name: item, line, column } of read.slice(mostBrought))
    notes.push({ item, loss: 'left-out', why: `only ${mostBrought} are taken over at once`, line, column });
  return { questions, of: read.length + faults.length, notes, faults };
}
