import type { ShownFinding } from '@/lib/preview/read-excerpt';
import type { Locale } from '@/lib/words/locale';
import { previewWords } from '@/lib/words/preview';
import styles from './finding.module.css';

/** One letter of the check: where, which rule, what is the matter, and what to write. The check speaks English, as the command does. */
export function FindingCard({ finding, locale }: { finding: ShownFinding; locale: Locale }) {
  const words = previewWords[locale];
  const { file, line, column, rule, message, severity, expected, found, fix, excerpt } = finding;
  const letters = [
    [words.expected, expected],
    [words.found, found],
    [words.write, fix],
  ] as const;
  return (
    <li className={styles.finding} data-severity={severity ?? 'error'} data-finding={rule}>
      <p className={styles.place}>
        <b>{severity === 'warning' ? words.warning : words.error}</b> <code>{rule}</code>{' '}
        <span>{`${file}:${line}:${column}`}</span>
      </p>
      <p className={styles.message} lang="en">
        {message}
      </p>
      {excerpt && <pre className={styles.excerpt}>{excerpt}</pre>}
      {letters.some(([, text]) => text !== undefined) && (
        <dl className={styles.letters}>
          {letters.map(
            ([name, text]) =>
              text !== undefined && (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd lang="en">{text}</dd>
                </div>
              ),
          )}
        </dl>
      )}
    </li>
  );
}

/** Several letters, where there are any. */
export function FindingList({ findings, locale }: { findings: readonly ShownFinding[]; locale: Locale }) {
  if (findings.length === 0) return null;
  return (
    <ul className={styles.findings}>
      {findings.map((finding) => (
        <FindingCard key={keyOf(finding)} finding={finding} locale={locale} />
      ))}
    </ul>
  );
}

function keyOf({ file, line, column, rule, message }: ShownFinding): string {
  return `${file}:${line}:${column} ${rule} ${message}`;
}
