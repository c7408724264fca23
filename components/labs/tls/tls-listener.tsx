import { overhear } from '@/lib/labs/tls/eavesdropper';
import type { TlsState } from '@/lib/labs/tls/state';
import type { Locale } from '@/lib/words/locale';
import { tlsViewWords } from '@/lib/words/tls-view';
import styles from './tls.module.css';
import { nameOf } from './tls-labels';

/** What scrolls by itself must be reachable without a pointer. */
const reachable = { tabIndex: 0 };

/** What somebody on the way makes of the recording: record by record, in the clear, opened or closed. */
export function TlsListener({ locale, state, still }: { locale: Locale; state: TlsState; still: boolean }) {
  const words = tlsViewWords[locale];
  return (
    <details className={styles.listener}>
      <summary>{`${words.listener}${words.colon}${words.listenWith[state.listener]}`}</summary>
      {!still && (
        <ol aria-label={words.listener} {...reachable}>
          {overhear(state, state.listener).map(({ record, reading, text }) => (
            <li key={record} data-reading={reading}>
              {nameOf(state, record, locale)}
              {words.colon}
              <b>{words.reads[reading]}</b>
              {reading === 'opened' && text && <code className={styles.hex}>{readable(text)}</code>}
            </li>
          ))}
        </ol>
      )}
    </details>
  );
}

const shownText = 400;

function readable(text: Uint8Array): string {
  const words = new TextDecoder().decode(text.subarray(0, shownText));
  return Array.from(words, (letter) => (letter < ' ' && letter !== '\n' ? '·' : letter)).join('');
}
