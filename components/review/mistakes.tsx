import { OptionText } from '@/components/quiz/prompt';
import button from '@/components/ui/button.module.css';
import type { Item } from '@/lib/curriculum/lesson';
import type { Locale } from '@/lib/words/locale';
import { reviewWords } from '@/lib/words/review';
import styles from './review.module.css';

const mostShown = 8;

/** The deck of mistakes: what it holds, and the way through it. */
export function Mistakes({ items, locale }: { items: readonly Item[]; locale: Locale }) {
  const words = reviewWords[locale];
  return (
    <section aria-labelledby="mistakes">
      <h2 id="mistakes">{words.mistakesTitle}</h2>
      {items.length === 0 ? (
        <p className={styles.quiet}>{words.noMistakes}</p>
      ) : (
        <>
          <p>{words.mistakes(items.length)}</p>
          <ul className={styles.list}>
            {items.slice(0, mostShown).map((item) => (
              <li key={item.id}>
                <span>
                  <OptionText text={item.kind === 'task' ? item.task.title : item.question.prompt} locale={locale} />
                </span>
              </li>
            ))}
          </ul>
          <p>
            <a className={button.button} href={`/${locale}/review?deck=mistakes`}>
              {words.drill}
            </a>
          </p>
        </>
      )}
    </section>
  );
}
