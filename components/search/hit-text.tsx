import { Kept } from '@/components/ui/kept';
import { snippetOf } from '@/lib/search/marks';
import type { Hit } from '@/lib/search/search-index';
import styles from './search.module.css';

/** A hit's words: where it is, its heading, and a piece of the text with what was found marked. */
export function HitText({ hit, text }: { hit: Hit; text: string | undefined }) {
  return (
    <>
      <span className={styles.within}>{hit.within}</span>
      <span className={styles.title}>
        <Marked text={hit.title} words={hit.words} isTitle />
      </span>
      {text !== undefined && (
        <span className={styles.snippet}>
          <Marked text={text} words={hit.words} />
        </span>
      )}
    </>
  );
}

/** Of a title the terms with a hyphen do not break. */
function Marked({ text, words, isTitle = false }: { text: string; words: readonly string[]; isTitle?: boolean }) {
  let at = 0;
  return snippetOf(text, words).map(({ text: part, isMarked }) => {
    at += part.length;
    const shown = isTitle ? <Kept key={at}>{part}</Kept> : part;
    return isMarked ? <mark key={at}>{shown}</mark> : shown;
  });
}
