import styles from '@/components/account/account.module.css';
import { accountWords } from '@/lib/words/account';
import type { Locale } from '@/lib/words/locale';

/** The wish of someone at a machine that is not theirs. */
export function ForgetMe({ locale }: { locale: Locale }) {
  const words = accountWords[locale].signIn;
  return (
    <label className={styles.check}>
      <input type="checkbox" name="forget" value="yes" />
      <span>{words.forget}</span>
      <small>{words.forgetHint}</small>
    </label>
  );
}
