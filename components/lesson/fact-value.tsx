import { Fragment } from 'react';
import styles from './lesson.module.css';

/** What fits the line of a phone beside a few words is never broken. */
const longestWhole = 20;

/** What an engine computed. A long value may break between groups of bytes, and in a name behind each underscore. */
export function FactValue({ text }: { text: string }) {
  if (text.length <= longestWhole) return <span className={styles.fact}>{text}</span>;
  const [first = '', ...others] = text.split(/(?<=_)/);
  return (
    <span className={styles.longFact}>
      {first}
      {placed(others).map(({ part, at }) => (
        <Fragment key={at}>
          <wbr />
          {part}
        </Fragment>
      ))}
    </span>
  );
}

function placed(parts: readonly string[]): { part: string; at: number }[] {
  let at = 0;
  return parts.map((part) => {
    at += part.length;
    return { part, at };
  });
}
