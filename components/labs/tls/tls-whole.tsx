import { sides } from '@/lib/labs/tls/side';
import type { TlsState } from '@/lib/labs/tls/state';
import type { Locale } from '@/lib/words/locale';
import { tlsViewWords } from '@/lib/words/tls-view';
import type { WholeProps } from '../lab-view';
import styles from './tls.module.css';
import { TlsRecords } from './tls-records';

/** The records of a whole run, one below the other. */
export function TlsWhole({ locale, state, named }: WholeProps<TlsState>) {
  return (
    <div className={styles.whole} {...(named ? { role: 'group', 'aria-label': named.title } : { 'aria-hidden': true })}>
      <Hosts locale={locale} />
      <TlsRecords locale={locale} state={state} before={null} whole={null} picked={null} />
    </div>
  );
}

export function Hosts({ locale }: { locale: Locale }) {
  return (
    <p className={styles.hosts} aria-hidden="true">
      {sides.map((side) => (
        <b key={side} data-side={side}>
          {tlsViewWords[locale].sides[side]}
        </b>
      ))}
    </p>
  );
}
