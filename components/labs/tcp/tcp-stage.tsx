import type { CSSProperties } from 'react';
import type { TcpAction } from '@/lib/labs/tcp/action';
import type { TcpEvent } from '@/lib/labs/tcp/event';
import { sides } from '@/lib/labs/tcp/setup';
import type { TcpState } from '@/lib/labs/tcp/state';
import { tcpViewWords } from '@/lib/words/tcp-view';
import type { StageProps } from '../lab-view';
import { shownOf } from './drawn-run';
import styles from './tcp.module.css';
import { subjectOf, TcpBytes } from './tcp-bytes';
import { TcpCongestion } from './tcp-congestion';
import { TcpDiagram } from './tcp-diagram';
import { TcpPages } from './tcp-pages';
import { pictureOf, stretchOf, frame as units } from './tcp-picture';
import { TcpSegments } from './tcp-segments';
import { TcpVariables } from './tcp-variables';
import { Hosts, hasStrangers } from './tcp-whole';

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
  const words = tcpViewWords[locale];
  const was = before?.state ?? null;
  // Room is kept for the longest page of a given run; how long a run of one's own will be nobody knows.
  const longest = whole && shownOf(whole.segments.length, null);
  const stretch = whole && longest ? stretchOf(whole, longest) : freeStretch;
  const height = whole && longest ? pictureOf(whole, stretch, longest).height : freeHeight;
  const count = frame.state.segments.length;
  const page = shownOf(count, picked?.object ?? null);
  const isPaged = longest !== null && longest.from > 0;
  const shown = picked?.object ?? subjectOf(frame.state, frame.events);
  const room: CSSProperties & { '--ratio': string } = {
    '--ratio': `${units.width} / ${Math.min(height, tallest) + hostsHeight}`,
  };
  const scrolls = !whole || isPaged || height > tallest;
  return (
    <>
      <div className={styles.stage}>
        <div
          className={styles.wireView}
          data-follow
          data-reserved={(whole !== null && !isPaged) || undefined}
          style={room}
          {...(scrolls ? reachable : {})}
        >
          <Hosts locale={locale} hasStrangers={hasStrangers(frame.state, page)} />
          <TcpDiagram
            id={id}
            state={frame.state}
            shown={page}
            before={moving ? was : null}
            height={height}
            stretch={stretch}
            picked={shown}
            lost={words.fates.lost}
          />
          <TcpSegments
            locale={locale}
            state={frame.state}
            shown={page}
            before={was}
            whole={isPaged ? null : whole}
            picked={shown}
          />
        </div>
        <div className={styles.sides}>
          {sides.map((side) => (
            <TcpVariables key={side} locale={locale} side={side} state={frame.state} before={was} still={!pick} />
          ))}
        </div>
      </div>
      <TcpPages locale={locale} shown={page} count={count} />
      <TcpCongestion id={id} locale={locale} state={frame.state} />
      <TcpBytes
        id={id}
        locale={locale}
        state={frame.state}
        events={frame.events}
        shown={page}
        picked={picked}
        pick={pick}
      />
    </>
  );
}
