import type { ReactNode } from 'react';
import type { Locale } from '@/lib/words/locale';
import { siteWords } from '@/lib/words/site';
import styles from './reading-frame.module.css';

type Props = {
  locale: Locale;
  /** Where one is in the path: a heading of its own and a `HandrailLine`. */
  rail: ReactNode;
  /** What stands on this page: a list of links to headings. */
  contents: ReactNode;
  children: ReactNode;
};

/**
 * The page of a book with its margins: path, article, contents. Where the margins do not fit, each becomes a sheet that its button opens
 * (a native popover, so it works without scripts and closes with Escape); the early script closes it when a link in it is followed.
 */
export function ReadingFrame({ locale, rail, contents, children }: Props) {
  const words = siteWords[locale];
  return (
    <div className={styles.frame}>
      <div className={styles.openers} data-screen-only>
        <button type="button" popoverTarget="path-margin">
          {words.thisPath}
        </button>
        <button type="button" popoverTarget="contents-margin">
          {words.onThisPage}
        </button>
      </div>
      <nav id="path-margin" popover="auto" className={styles.rail} aria-label={words.thisPath} data-screen-only>
        {rail}
      </nav>
      <article className={styles.article}>{children}</article>
      <nav
        id="contents-margin"
        popover="auto"
        className={styles.contents}
        aria-labelledby="contents-heading"
        data-screen-only
      >
        <h2 id="contents-heading" className={styles.heading}>
          {words.onThisPage}
        </h2>
        {contents}
      </nav>
    </div>
  );
}
