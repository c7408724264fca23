import type { ScoreChange } from '@/lib/analysis/adjustment';
import { displayName, type MemberName } from '@/lib/classes/display-name';
import { analysisWords } from '@/lib/words/analysis';
import { inLocale, type Locale, type Localized } from '@/lib/words/locale';
import styles from './analysis.module.css';
import { percent } from './figure-format';
import { ScrollTable } from './scroll-table';

type Props = {
  changes: readonly ScoreChange[];
  names: ReadonlyMap<string, MemberName>;
  titles: ReadonlyMap<string, Localized>;
  locale: Locale;
};

export const mostChangesShown = 50;

/** Whose score would change, and from what to what. */
export function PreviewTable({ changes, names, titles, locale }: Props) {
  const words = analysisWords[locale];
  const shown = changes.slice(0, mostChangesShown);
  const said = (share: number | null) => (share === null ? words.notCounted : percent(share, locale));
  return (
    <>
      <ScrollTable label={words.previewChanges(changes.length)}>
        <thead>
          <tr>
            <th scope="col">{words.who}</th>
            <th scope="col">{words.assignment}</th>
            <th scope="col" className={styles.number}>
              {words.before}
            </th>
            <th scope="col" className={styles.number}>
              {words.after}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ learnerId, assignment, from, to }) => {
            const name = names.get(learnerId);
            return (
              <tr key={`${learnerId} ${assignment}`}>
                <th scope="row">
                  <bdi>{(name && displayName(name, locale)) || '—'}</bdi>
                </th>
                <td>{inLocale(titles.get(assignment) ?? {}, locale)}</td>
                <td className={styles.number}>{said(from)}</td>
                <td className={styles.number}>{said(to)}</td>
              </tr>
            );
          })}
        </tbody>
      </ScrollTable>
      {changes.length > shown.length && (
        <p className={styles.quiet}>{words.previewMore(changes.length - shown.length)}</p>
      )}
    </>
  );
}
