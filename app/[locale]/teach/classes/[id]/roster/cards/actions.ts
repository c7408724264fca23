'use server';

import { notFound } from 'next/navigation';
import type { CardsMade } from '@/components/classes/card-maker';
import { printedCards } from '@/components/classes/printed-cards';
import { requestOrigin } from '@/components/ui/request-origin';
import { formLocale, formText } from '@/lib/auth/form';
import { isUuid } from '@/lib/classes/class-for';
import { chosenIds } from '@/lib/classes/class-form';
import { makeCards } from '@/lib/classes/submit-cards';
import { actingClass } from '@/lib/classes/this-class';
import { rosterWords } from '@/lib/words/roster';

/** Makes the cards and answers with what is to be printed; the codes are in this answer and nowhere else. */
export async function makeCardsAction(_before: CardsMade, form: FormData): Promise<CardsMade> {
  const seen = (await actingClass(formText(form, 'classId'), 'reset:password')) ?? notFound();
  const { classroom, actor, session } = seen;
  const said = rosterWords[formLocale(form)].cardsPage;
  const cards = await makeCards(classroom, chosenIds(form, 'member', isUuid), { actor, siteRole: session.role });
  if (cards.length === 0) return { problem: said.nobody };
  return { print: said.print, ...printedCards(cards, classroom, await requestOrigin()) };
}
