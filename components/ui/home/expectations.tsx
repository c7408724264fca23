import { homeWords } from '@/lib/words/home';
import type { Locale } from '@/lib/words/locale';
import styles from './expectations.module.css';

/** Three things a newcomer would like to know before the first click. */
export function Expectations({ locale }: { locale: Locale }) {
  const words = homeWords[locale];
  const facts = ['real', 'free', 'feedback'] as const;
  return (
    <section className={styles.facts} aria-label={words.facts}>
      {facts.map((fact) => (
        <div key={fact}>
          <h2>{words[`${fact}Title`]}</h2>
          <p>{words[fact]}</p>
        </div>
      ))}
    </section>
  );
}
