import { snippetOf } from '@/lib/search/marks';
import type { Hit } from '@/lib/search/search-index';
import styles from './search.module.css';

/** A hit's words: where it is, its heading, and a piece of the text with what was found marked. */
export function HitText({ hit, text }: { hit: Hit; text: string | undefined }) {
  return (
    <>
      <span className={styles.within}>{hit.within}</span>
      <span className={styles.title}>
        <Marked text={hit.title} words={hit.words} />
      </span>
      {text !== undefined && (
        <span className={styles.snippet}>
          <Marked text={text} words={hit.words} />
        </span>
      )}
    </>
  );
}

function Marked({ text, words }: { text: string; words: readonly string[] }) {
  let at = 0;
  return snippetOf(text, words).map(({ text: part, isMarked }) => {
    at += part.length;
    return isMarked ? <mark key={at}>{part}</mark> : part;
  });
}
