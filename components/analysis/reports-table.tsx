import type { ClassReport } from '@/lib/analysis/class-report-store';
import { displayName } from '@/lib/classes/display-name';
import type { Item } from '@/lib/curriculum/lesson';
import { analysisWords } from '@/lib/words/analysis';
import { type Locale, languageTags } from '@/lib/words/locale';
import styles from './analysis.module.css';
import { ItemName } from './items-table';
import { ScrollTable } from './scroll-table';

type Props = {
  reports: readonly ClassReport[];
  itemOf: (id: string) => Item | undefined;
  home: string;
  timeZone: string;
  locale: Locale;
};

export function ReportsTable({ reports, itemOf, home, timeZone, locale }: Props) {
  const words = analysisWords[locale];
  const date = new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return (
    <ScrollTable label={words.reports}>
      <thead>
        <tr>
          <th scope="col">{words.report}</th>
          <th scope="col">{words.item}</th>
          <th scope="col">{words.who}</th>
          <th scope="col">
            {words.when} ({timeZone})
          </th>
        </tr>
      </thead>
      <tbody>
        {reports.map((report) => {
          const item = itemOf(report.item);
          return (
            <tr key={`${report.learnerId} ${report.id}`}>
              <th scope="row">
                <a href={`${home}/${report.learnerId}/${report.id}`}>
                  <span className={`${styles.answer} ${styles.clip}`}>{report.text || words.noText}</span>
                </a>
                <span className={styles.sub}>{words.reportKind[report.kind]}</span>
              </th>
              <td>
                <span className={styles.clip}>{item ? <ItemName item={item} locale={locale} /> : report.item}</span>
              </td>
              <td>
                <bdi>{displayName(report, locale) || '—'}</bdi>
              </td>
              <td className={styles.number}>
                <time dateTime={report.reportedAt.toISOString()}>{date.format(report.reportedAt)}</time>
              </td>
            </tr>
          );
        })}
      </tbody>
    </ScrollTable>
  );
}
