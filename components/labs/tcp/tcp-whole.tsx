import { sides } from '@/lib/labs/tcp/setup';
import type { TcpState } from '@/lib/labs/tcp/state';
import type { Locale } from '@/lib/words/locale';
import { tcpViewWords } from '@/lib/words/tcp-view';
import type { WholeProps } from '../lab-view';
import type { DrawnRun, Shown } from './drawn-run';
import styles from './tcp.module.css';
import { TcpDiagram } from './tcp-diagram';
import { isOfStranger, pictureOf } from './tcp-picture';

/** The whole run as one still picture. */
export function TcpWhole({ id, locale, state, named }: WholeProps<TcpState>) {
  const { height } = pictureOf(state, 1);
  return (
    <div className={styles.whole}>
      <Hosts locale={locale} hasStrangers={hasStrangers(state, { from: 0, to: state.segments.length })} />
      <TcpDiagram
        id={`${id}-whole`}
        state={state}
        shown={{ from: 0, to: state.segments.length }}
        before={null}
        height={height}
        stretch={1}
        picked={null}
        lost={tcpViewWords[locale].fates.lost}
        named={named}
      />
    </div>
  );
}

/** The names above the lines; those who are neither have a line and a name only where there are any. */
export function Hosts({ locale, hasStrangers }: { locale: Locale; hasStrangers: boolean }) {
  return (
    <p className={styles.hosts} aria-hidden="true">
      {sides.map((side) => (
        <b key={side} data-side={side}>
          {tcpViewWords[locale].sides[side]}
        </b>
      ))}
      {hasStrangers && <small>{tcpViewWords[locale].strangers}</small>}
    </p>
  );
}

export function hasStrangers(run: DrawnRun, { from, to }: Shown): boolean {
  return run.segments.slice(from, to).some(isOfStranger);
}
