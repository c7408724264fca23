import type { AskedLine } from '@/lib/assignments/asked-content';
import { assignmentsWords } from '@/lib/words/assignments';
import type { Locale } from '@/lib/words/locale';
import styles from './work-facts.module.css';

/** What is asked, line by line. */
export function AskedList({ lines, locale }: { lines: readonly AskedLine[]; locale: Locale }) {
  return (
    <ol className={styles.asked}>
      {lines.map((line) => (
        <li key={JSON.stringify(line)}>
          <Line line={line} locale={locale} />
        </li>
      ))}
    </ol>
  );
}

function Line({ line, locale }: { line: AskedLine; locale: Locale }) {
  const words = assignmentsWords[locale];
  switch (line.kind) {
    case 'draw':
      return words.page.drawn(line.count, line.from, line.objective);
    case 'lesson':
      return line.address === undefined ? line.label : <a href={`/${locale}/learn/${line.address}`}>{line.label}</a>;
    case 'item':
      return (
        <>
          {line.label} <small>{line.isGone ? words.page.gone : words.form[line.sort]}</small>
        </>
      );
  }
}
