import button from '@/components/ui/button.module.css';
import type { SittingView } from '@/lib/attempts/read-sitting';
import type { Locale } from '@/lib/words/locale';
import { sittingWords } from '@/lib/words/sitting';
import styles from './sitting.module.css';

/** Before handing in: what has no answer yet, with a way back to each. A plain form. */
export function HandInStep({ view: { sitting, asked, of }, locale }: { view: SittingView; locale: Locale }) {
  const words = sittingWords[locale];
  const address = `/${locale}/sittings/${sitting.id}`;
  const missing = (asked ?? []).flatMap((one, at) => (one.attempt ? [] : [{ number: at + 1, item: one.frozen.item }]));
  return (
    <>
      {missing.length === 0 ? (
        <p>{words.allAnswered}</p>
      ) : (
        <>
          <p>{words.unanswered}</p>
          <ul>
            {missing.map(({ number, item }) => (
              <li key={item}>
                <a href={`${address}#${item.slice(item.lastIndexOf('/') + 1)}`}>{words.questionOf(number, of)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{words.handInText}</p>
      <div className={styles.row}>
        <form action="/api/forms/hand-in" method="post">
          <input type="hidden" name="sitting" value={sitting.id} />
          <input type="hidden" name="locale" value={locale} />
          <button type="submit" className={`${button.button} ${button.primary}`}>
            {words.handIn}
          </button>
        </form>
        <a className={button.button} href={address}>
          {words.goBack}
        </a>
      </div>
    </>
  );
}
