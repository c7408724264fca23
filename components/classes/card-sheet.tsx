import { QrCode } from '@/components/certificates/qr-code';
import type { Card } from '@/lib/classes/card';
import { cardToken, sayCardCode } from '@/lib/classes/card';
import type { Classroom } from '@/lib/classes/classroom';
import { type Locale, languageTags } from '@/lib/words/locale';
import { rosterWords } from '@/lib/words/roster';
import styles from './card-sheet.module.css';

type Props = { cards: readonly Card[]; classroom: Classroom; origin: string; locale: Locale };

/** Cards to be cut out, eight a page, in the class's language. Each opens the choice of a password for one learner, once. */
export function CardSheet({ cards, classroom, origin, locale }: Props) {
  const said = rosterWords[locale].cardsPage;
  const language = classroom.locale;
  const words = rosterWords[language].cardsPage.card;
  const address = `${origin}/${language}/card`;
  return (
    <>
      <p role="status" data-screen-only>
        {said.print}
      </p>
      <ul className={styles.sheet} lang={languageTags[language]}>
        {cards.map(({ learnerId, name, login, code }) => (
          <li key={learnerId} className={styles.card}>
            <div className={styles.words}>
              <p className={styles.class} dir="auto">
                {classroom.name}
              </p>
              <p className={styles.name} dir="auto">
                {name}
              </p>
              <p>
                <small>{words.login}</small>
                <code>{login}</code>
              </p>
              <p>
                <small>{words.code}</small>
                <code>{sayCardCode(code)}</code>
              </p>
              <p className={styles.how}>
                {words.open(address.replace(/^https?:\/\//, ''))} {words.once}
              </p>
            </div>
            <div className={styles.qr}>
              <QrCode text={`${origin}/${language}/reset?token=${cardToken(learnerId, code)}`} label={words.heading} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
