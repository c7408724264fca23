import type { CSSProperties } from 'react';
import type { TcpAction } from '@/lib/labs/tcp/action';
import type { TcpEvent } from '@/lib/labs/tcp/event';
import { sides } from '@/lib/labs/tcp/setup';
import type { TcpState } from '@/lib/labs/tcp/state';
import type { Locale } from '@/lib/words/locale';
import { tcpViewWords } from '@/lib/words/tcp-view';
import type { StageProps, WholeProps } from '../lab-view';
import styles from './tcp.module.css';
import { subjectOf, TcpBytes } from './tcp-bytes';
import { TcpCongestion } from './tcp-congestion';
import { TcpDiagram } from './tcp-diagram';
import { pictureOf, stretchOf, frame as units } from './tcp-picture';
import { TcpSegments } from './tcp-segments';
import { TcpVariables } from './tcp-variables';

/** Height of the diagram in free play, where nobody knows how long the run will be: it scrolls within. */
const freeHeight = 372;
const freeStretch = 1.3;
const tallest = 620;
/** The names above the lines, which stay when the diagram scrolls. */
const hostsHeight = 38;
/** What scrolls by itself must be reachable without a pointer. */
const reachable = { tabIndex: 0 };

/** The wire between the two sides, the two sides, and the bytes. */
export function TcpStage({
  id,
  locale,
  before,
  frame,
  whole,
  moving,
  picked,
  pick,
}: StageProps<TcpState, TcpAction, TcpEvent>) {
  const was = before?.state ?? null;
  const stretch = whole ? stretchOf(whole) : freeStretch;
  const height = whole ? pictureOf(whole, stretch).height : freeHeight;
  const shown = picked?.object ?? subjectOf(frame.state, frame.events);
  const room: CSSProperties & { '--ratio': string } = {
    '--ratio': `${units.width} / ${Math.min(height, tallest) + hostsHeight}`,
  };
  const scrolls = !whole || height > tallest;
  return (
    <>
      <div className={styles.stage}>
        <div
          className={styles.wireView}
          data-follow
          data-reserved={whole !== null || undefined}
          style={room}
          {...(scrolls ? reachable : {})}
        >
          <Hosts locale={locale} />
          <TcpDiagram
            id={id}
            state={frame.state}
            before={moving ? was : null}
            height={height}
            stretch={stretch}
            picked={shown}
            lost={tcpViewWords[locale].fates.lost}
          />
          <TcpSegments locale={locale} state={frame.state} before={was} whole={whole} picked={shown} />
        </div>
        <div className={styles.sides}>
          {sides.map((side) => (
            <TcpVariables key={side} locale={locale} side={side} state={frame.state} before={was} still={!pick} />
          ))}
        </div>
      </div>
      <TcpCongestion id={id} locale={locale} state={frame.state} />
      <TcpBytes id={id} locale={locale} state={frame.state} events={frame.events} picked={picked} pick={pick} />
    </>
  );
}

export function TcpWhole({ id, locale, state, named }: WholeProps<TcpState>) {
  const { height } = pictureOf(state, 1);
  return (
    <div className={styles.whole}>
      <Hosts locale={locale} />
      <TcpDiagram
        id={`${id}-whole`}
        state={state}
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

function Hosts({ locale }: { locale: Locale }) {
  return (
    <p className={styles.hosts} aria-hidden="true">
      {sides.map((side) => (
        <b key={side} data-side={side}>
          {tcpViewWords[locale].sides[side]}
        </b>
      ))}
    </p>
  );
}
