import type { Locale } from '@/lib/words/locale';
import { tcpViewWords } from '@/lib/words/tcp-view';
import lab from '../../lab.module.css';
import tcp from '../tcp.module.css';

type Props = {
  locale: Locale;
  /** What is shown, of how much. */
  said: string;
  /** Where one gets to; null at the beginning and at the end. */
  earlier: number | null;
  later: number | null;
  turn: (to: number) => void;
};

/** The way to the page before and after; nothing where there is one page. The buttons stay, so that the focus does. */
export function PageTurner({ locale, said, earlier, later, turn }: Props) {
  if (earlier === null && later === null) return null;
  const words = tcpViewWords[locale];
  const button = (label: string, to: number | null) => (
    <button type="button" className={lab.button} aria-disabled={to === null} onClick={() => to !== null && turn(to)}>
      {label}
    </button>
  );
  return (
    <p className={tcp.pages}>
      {button(words.earlier, earlier)}
      <span>{said}</span>
      {button(words.later, later)}
    </p>
  );
}
