import type { Locale } from '@/lib/words/locale';
import { tcpViewWords } from '@/lib/words/tcp-view';
import lab from '../lab.module.css';
import type { Shown } from './drawn-run';
import styles from './tcp.module.css';

type Props = { locale: Locale; shown: Shown; count: number };

/**
 * Which segments of a long run are drawn, and the way to those before and after. The buttons point at the nearest segment of the other
 * page, as a click on its arrow would. They stay where they are, so that whoever presses them by key keeps the focus.
 */
export function TcpPages({ locale, shown, count }: Props) {
  if (shown.from === 0 && shown.to === count) return null;
  const words = tcpViewWords[locale];
  const hasEarlier = shown.from > 0;
  const hasLater = shown.to < count;
  return (
    <p className={styles.pages}>
      <button
        type="button"
        className={lab.button}
        aria-disabled={!hasEarlier}
        data-object={hasEarlier ? shown.from - 1 : undefined}
      >
        {words.earlier}
      </button>
      <span>{words.pageOf(shown.from + 1, shown.to, count)}</span>
      <button
        type="button"
        className={lab.button}
        aria-disabled={!hasLater}
        data-object={hasLater ? shown.to : undefined}
      >
        {words.later}
      </button>
    </p>
  );
}
