import { type ReactNode, useId } from 'react';
import type { GlossaryTerm } from '@/lib/curriculum/lesson';
import { lessonWords } from '@/lib/words/lesson';
import { inLocale, type Locale } from '@/lib/words/locale';
import { MeaningText } from './meaning-text';
import styles from './term.module.css';

type Props = { term: GlossaryTerm; locale: Locale; children: ReactNode };

/** A word of the glossary. Its meaning opens where it stands: a native popover, so it works without scripts and closes with Escape. */
export function Term({ term, locale, children }: Props) {
  const id = useId();
  const words = lessonWords[locale];
  return (
    <>
      <button type="button" className={styles.term} popoverTarget={id}>
        {children}
      </button>
      <span
        id={id}
        popover="auto"
        className={styles.meaning}
        role="note"
        aria-label={words.definition(inLocale(term.term, locale))}
      >
        <b>{inLocale(term.term, locale)}</b>
        <span className={styles.text}>
          <MeaningText markdown={inLocale(term.meaning, locale)} />
        </span>
        <a href={`/${locale}/glossary#${term.id}`}>{words.inGlossary}</a>
      </span>
    </>
  );
}
