import type { DnsState } from '@/lib/labs/dns/state';
import type { WholeProps } from '../lab-view';
import styles from './dns.module.css';
import { DnsMessages } from './dns-messages';

/** The messages of a whole run, one below the other. */
export function DnsWhole({ locale, state, named }: WholeProps<DnsState>) {
  return (
    <div className={styles.whole} {...(named ? { role: 'group', 'aria-label': named.title } : { 'aria-hidden': true })}>
      <DnsMessages locale={locale} state={state} before={null} whole={null} picked={null} />
    </div>
  );
}
