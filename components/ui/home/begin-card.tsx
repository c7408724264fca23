import type { Lesson } from '@/lib/curriculum/lesson';
import { homeWords } from '@/lib/words/home';
import type { Locale } from '@/lib/words/locale';
import { Kept } from '../kept';
import styles from './begin-card.module.css';

/** The way in. The progress island turns it into the way back: same place, same size. */
export function BeginCard({ locale, lesson }: { locale: Locale; lesson: Lesson }) {
  const words = homeWords[locale];
  const text = lesson.texts[locale] ?? Object.values(lesson.texts)[0];
  return (
    <a className={styles.card} href={`/${locale}/learn/${lesson.id}`} data-continue>
      <span>
        <small>{words.begin}</small>
        <b>
          <Kept>{text?.title ?? lesson.slug}</Kept>
        </b>
      </span>
      <svg width="20" height="20" viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden>
        <path d="M3 10h13M11 4.5l5.5 5.5-5.5 5.5" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    </a>
  );
}
