import button from '@/components/ui/button.module.css';
import { budgets } from '@/lib/review/setting-store';
import type { Locale } from '@/lib/words/locale';
import { reviewWords } from '@/lib/words/review';
import styles from './review.module.css';

type Props = { budget: number; locale: Locale; action: (form: FormData) => Promise<void> };

/** How many minutes a day. A plain form: it works without scripts. */
export function BudgetForm({ budget, locale, action }: Props) {
  const words = reviewWords[locale];
  return (
    <section aria-labelledby="setting">
      <h2 id="setting">{words.settingTitle}</h2>
      <p className={styles.quiet}>{words.setting}</p>
      <form action={action} className={styles.setting}>
        <input type="hidden" name="locale" value={locale} />
        <label>
          {words.settingLabel}
          <select name="minutes" defaultValue={budget}>
            {budgets.map((minutes) => (
              <option key={minutes} value={minutes}>
                {words.minutes(minutes)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className={button.button}>
          {words.save}
        </button>
      </form>
    </section>
  );
}
