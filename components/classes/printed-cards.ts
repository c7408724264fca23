import { encode } from 'uqr';
import { type Card, cardToken, sayCardCode } from '@/lib/classes/card';
import type { Classroom } from '@/lib/classes/classroom';
import { languageTags } from '@/lib/words/locale';
import { rosterWords } from '@/lib/words/roster';
import type { CardWords, PrintedCard } from './card-sheet';

/** Cards as they are printed, in the class's language; the QR code is the address at which the password is chosen. */
export function printedCards(
  cards: readonly Card[],
  { name, locale }: Classroom,
  origin: string,
): { cards: PrintedCard[]; words: CardWords } {
  const { heading, login, code, open, once } = rosterWords[locale].cardsPage.card;
  const address = `${origin.replace(/^https?:\/\//, '')}/${locale}/card`;
  return {
    words: {
      lang: languageTags[locale],
      class: name,
      heading,
      login,
      code,
      how: `${open(address)}${locale === 'zh' ? '' : ' '}${once}`,
    },
    cards: cards.map((card) => ({
      learnerId: card.learnerId,
      name: card.name,
      login: card.login,
      code: sayCardCode(card.code),
      qr: qrPath(`${origin}/${locale}/reset?token=${cardToken(card.learnerId, card.code)}`),
    })),
  };
}

function qrPath(text: string): PrintedCard['qr'] {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return { size, path };
}
