import { Notice } from '@/components/ui/notice';
import type { Finding } from '@/lib/classes/roster/roster';
import type { RosterPreview } from '@/lib/classes/roster/submit-roster';
import { type Locale, languageTags } from '@/lib/words/locale';
import { rosterWords } from '@/lib/words/roster';
import styles from './roster.module.css';
import { ScrollRegion } from './scroll-region';

/** Longer lists are no easier to mend. */
const MOST_SHOWN = 200;

/** What taking a roster over would do, and what is in the way, cell by cell. */
export function RosterPreviewView({ preview, locale }: { preview: RosterPreview; locale: Locale }) {
  const words = rosterWords[locale];
  const { numbers, bad, unknown, findings, steps } = preview;
  const number = new Intl.NumberFormat(languageTags[locale]);
  return (
    <>
      <dl className={styles.numbers}>
        {(['accounts', 'enrolled', 'moved', 'renumbered', 'unchanged'] as const)
          .filter((kind) => kind !== 'renumbered' || numbers.renumbered > 0)
          .map((kind) => (
            <div key={kind}>
              <dt>{words.preview[kind]}</dt>
              <dd>{number.format(numbers[kind])}</dd>
            </div>
          ))}
        {bad > 0 && (
          <div data-bad="">
            <dt>{words.preview.bad}</dt>
            <dd>{number.format(bad)}</dd>
          </div>
        )}
      </dl>
      {unknown.length > 0 && (
        <Notice title={words.preview.unknown}>
          <p>{words.preview.unknownColumns(unknown.slice(0, 50).join(locale === 'zh' ? '、' : ', '))}</p>
        </Notice>
      )}
      {findings.length > 0 && <Findings findings={findings} locale={locale} />}
      <details className={styles.section}>
        <summary>{words.preview.rows}</summary>
        <ul className={styles.groups}>
          {steps.slice(0, MOST_SHOWN).map(({ row, kind }) => (
            <li key={row.row}>
              <span>
                <span className={styles.quiet}>{row.row}</span> <span dir="auto">{row.name}</span>{' '}
                <span className={styles.quiet}>
                  {[row.externalId, row.email ?? row.login, row.group].filter(Boolean).join(' · ')}
                </span>
              </span>
              <span className={styles.quiet}>{words.preview.steps[kind]}</span>
            </li>
          ))}
        </ul>
        {steps.length > MOST_SHOWN && <p className={styles.quiet}>{words.preview.more(steps.length - MOST_SHOWN)}</p>}
      </details>
    </>
  );
}

function Findings({ findings, locale }: { findings: readonly Finding[]; locale: Locale }) {
  const words = rosterWords[locale];
  return (
    <div>
      <h2>{words.preview.findings}</h2>
      <ScrollRegion label={words.preview.findings}>
        <table className={styles.roster}>
          <thead>
            <tr>
              <th scope="col">{words.preview.at}</th>
              <th scope="col">{words.preview.what}</th>
              <th scope="col">{words.preview.isFound}</th>
              <th scope="col">{words.preview.outcome}</th>
            </tr>
          </thead>
          <tbody>
            {findings.slice(0, MOST_SHOWN).map(({ row, column, code, found, isBad }) => (
              <tr key={`${row} ${column} ${code}`}>
                <td className={styles.figure}>{`${column}${row}`}</td>
                <th scope="row">{words.findings[code]}</th>
                <td dir="auto">{found}</td>
                <td>{isBad ? words.preview.leftOut : words.preview.note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {findings.length > MOST_SHOWN && (
        <p className={styles.quiet}>{words.preview.more(findings.length - MOST_SHOWN)}</p>
      )}
    </div>
  );
}
