'use client';

import { useEffect, useState } from 'react';
import type { Locale } from '@/lib/words/locale';
import styles from './saved-mark.module.css';

type Props = {
  locale: Locale /** Where it leads, in the page's words: given, so that no room of words comes along. */;
  all: string;
};

/**
 * On a page that came from this device: since when it is saved, and whether there is a newer one. Its place is kept by the style sheet from the
 * first paint (the saved page says of itself that it is one), and what has to be looked up is loaded only where something is saved.
 */
export function SavedMark({ locale, all }: Props) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    setSaid(document.documentElement.dataset.saved ?? '');
    if (navigator.serviceWorker?.controller)
      import('./saved-news').then(({ savedNews }) => savedNews(locale, setSaid)).catch(() => {});
  }, [locale]);
  return (
    <p className={styles.mark} data-screen-only>
      {said && (
        <>
          {said} <a href={`/${locale}/offline`}>{all}</a>
        </>
      )}
    </p>
  );
}
