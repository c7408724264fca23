import type { Review } from '@/lib/review/submit-review';
import { type Locale, languageTags } from '@/lib/words/locale';
import { reviewWords } from '@/lib/words/review';
import styles from './review.module.css';

/** What is expected to be known, today and in a month without review. */
export function Retention({ retention, locale }: { retention: Review['retention']; locale: Locale }) {
  if (!retention) return null;
  const words = reviewWords[locale];
  const percent = new Intl.NumberFormat(languageTags[locale], { style: 'percent' });
  const rows = [
    { label: words.today, share: retention.now },
    { label: words.inAMonth, share: retention.inAMonth },
  ];
  return (
    <section aria-labelledby="retention">
      <h2 id="retention">{words.retentionTitle}</h2>
      <p>{words.retention(retention.objectives)}</p>
      <dl className={styles.shares}>
        {rows.map(({ label, share }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <b>{percent.format(share)}</b>
              <meter min={0} max={1} value={share} aria-label={label}>
                {percent.format(share)}
              </meter>
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.quiet}>{words.retentionHow}</p>
    </section>
  );
}
