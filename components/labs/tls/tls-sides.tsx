import { sides } from '@/lib/labs/tls/side';
import type { TlsState } from '@/lib/labs/tls/state';
import type { Locale } from '@/lib/words/locale';
import { tlsViewWords } from '@/lib/words/tls-view';
import styles from './tls.module.css';

/** What each side waits for, and what it has agreed to. */
export function TlsSides({ locale, state }: { locale: Locale; state: TlsState }) {
  const words = tlsViewWords[locale];
  return (
    <div className={styles.sides}>
      {sides.map((side) => {
        const { phase, version, suite } = state[side];
        const agreed = [version && `TLS ${version}`, suite?.name].filter(Boolean).join(' · ');
        return (
          <section key={side} data-side={side}>
            <p className={styles.sideName}>
              {words.sides[side]} <span className={styles.phase}>{phase}</span>
            </p>
            <p className={styles.chosen}>{agreed || '–'}</p>
          </section>
        );
      })}
    </div>
  );
}
