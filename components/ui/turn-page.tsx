import type { Locale } from '@/lib/words/locale';
import { siteWords } from '@/lib/words/site';
import { Kept } from './kept';
import styles from './turn-page.module.css';

type Neighbour = { href: string; title: string };
type Props = { locale: Locale; previous?: Neighbour | undefined; next?: Neighbour | undefined };

/** The end of a page: back one, on one. Draws only what exists. */
export function TurnPage({ locale, previous, next }: Props) {
  const words = siteWords[locale];
  if (!previous && !next) return null;
  return (
    <nav className={styles.turn} aria-label={words.turnPage} data-screen-only>
      {previous && (
        <a href={previous.href} rel="prev">
          <small>{words.previous}</small>
          <Kept>{previous.title}</Kept>
        </a>
      )}
      {next && (
        <a href={next.href} rel="next" className={styles.next}>
          <small>{words.next}</small>
          <Kept>{next.title}</Kept>
        </a>
      )}
    </nav>
  );
}
