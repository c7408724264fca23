import type { CSSProperties } from 'react';
import { sides } from '@/lib/labs/tcp/setup';
import { LabPicture, type Named } from '../lab-picture';
import type { DrawnRun, Shown } from './drawn-run';
import styles from './tcp.module.css';
import { TcpArrow } from './tcp-arrow';
import { shortState, timeOf } from './tcp-labels';
import { pictureOf, frame as units } from './tcp-picture';

type Props = {
  id: string;
  state: DrawnRun;
  /** Which page of it. */
  shown: Shown;
  /** The state before this step, when the step may be seen moving. */
  before: DrawnRun | null;
  /** Room for the whole run. */
  height: number;
  stretch: number;
  picked: number | null;
  /** What is written beside a segment that does not arrive. */
  lost: string;
  /** How a time is written. */
  time?: (ms: number) => string;
  /** Where the picture speaks for itself, in a figure. */
  named?: Named | undefined;
};

/**
 * The sequence diagram. It repeats what the list of segments, the tables and the transcript say, so it is hidden from screen readers;
 * a pointer may choose a segment in it.
 */
export function TcpDiagram(props: Props) {
  const { id, state, shown, before, height, stretch, picked, lost, time = timeOf, named } = props;
  const picture = pictureOf(state, stretch, shown);
  const tall = Math.max(height, picture.height);
  const drawing = (
    <LabPicture
      id={id}
      className={styles.diagram}
      viewBox={`0 0 ${units.width} ${named ? tall : roomFor(tall)}`}
      named={named}
    >
      <defs>
        {sides.map((side) => (
          <marker
            key={side}
            id={`${id}-${side}`}
            markerWidth="9"
            markerHeight="9"
            refX="8"
            refY="4.5"
            orient="auto"
            markerUnits="userSpaceOnUse"
          >
            <path className={styles.head} data-side={side} d="M0 .5 9 4.5 0 8.5z" />
          </marker>
        ))}
      </defs>
      {sides.map((side) => (
        <path key={side} className={styles.life} data-side={side} d={`M${units[side]} 8V${tall - 10}`} />
      ))}
      {picture.hasStrangers && <path className={styles.strangerLife} d={`M${units.stranger} 8V${tall - 10}`} />}
      {picture.times.map(({ ms, y }) => (
        <text key={ms} className={styles.time} x={units.client - 12} y={y + 4} textAnchor="end">
          {time(ms)}
        </text>
      ))}
      {picture.states.map((label) => (
        <text
          key={`${label.side}${label.y}${label.state}`}
          className={styles.stateLabel}
          data-side={label.side}
          data-current={label.current || undefined}
          x={label.side === 'client' ? units.client - 12 : units.server + 12}
          y={label.y + 4}
          textAnchor={label.side === 'client' ? 'end' : 'start'}
        >
          {shortState(label.state)}
        </text>
      ))}
      {picture.arrows.map((arrow) => (
        <TcpArrow
          key={arrow.segment.id}
          id={id}
          arrow={arrow}
          was={before?.segments[arrow.segment.id]}
          animate={before !== null}
          isPicked={arrow.segment.id === picked}
          lost={lost}
        />
      ))}
    </LabPicture>
  );
  if (named) return drawing;
  const size: CSSProperties = { aspectRatio: `${units.width} / ${tall}` };
  return (
    <div className={styles.cut} style={size}>
      {drawing}
    </div>
  );
}

/** The drawing itself grows by leaps, and is cut off at its foot: with each other height a browser would lay out all of its words anew. */
function roomFor(height: number): number {
  return Math.ceil(height / 512) * 512;
}
