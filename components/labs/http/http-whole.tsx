import type { HttpState } from '@/lib/labs/http/state';
import type { WholeProps } from '../lab-view';
import styles from './http.module.css';
import { HttpExchanges } from './http-exchanges';

/** The exchanges of a whole run, one below the other. */
export function HttpWhole({ locale, state, named }: WholeProps<HttpState>) {
  return (
    <div className={styles.whole} {...(named ? { role: 'group', 'aria-label': named.title } : { 'aria-hidden': true })}>
      <HttpExchanges locale={locale} state={state} before={null} picked={null} />
    </div>
  );
}
