'use client';

import { useContext } from 'react';
import { variantsWords } from '@/lib/words/variants';
import styles from './hole.module.css';
import { QuizContext } from './quiz-context';

/** A number of the learner's own, or the place where it will stand. */
export function Hole({ name }: { name: string }) {
  const { locale, holes } = useContext(QuizContext);
  const value = holes?.[name];
  if (value !== undefined)
    return (
      <span className={styles.number} data-hole="">
        {value}
      </span>
    );
  return (
    <span className={styles.place} role="img" aria-label={variantsWords[locale].hole}>
      …
    </span>
  );
}
