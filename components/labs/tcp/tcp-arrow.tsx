import { type CSSProperties, memo } from 'react';
import type { Side } from '@/lib/labs/tcp/setup';
import type { DrawnSegment } from './drawn-run';
import styles from './tcp.module.css';
import { flagsOf } from './tcp-labels';
import type { Arrow, Point } from './tcp-picture';

type ArrowProps = {
  id: string;
  arrow: Arrow;
  was: DrawnSegment | undefined;
  animate: boolean;
  isPicked: boolean;
  lost: string;
};

/** One segment: its line, its words, and what travels along it. Drawn again only when something about it has changed. */
export const TcpArrow = memo(DrawnArrow, isSame);

function isSame(one: ArrowProps, other: ArrowProps): boolean {
  const [a, b] = [one.arrow, other.arrow];
  return (
    one.id === other.id &&
    one.lost === other.lost &&
    one.isPicked === other.isPicked &&
    one.animate === other.animate &&
    one.was?.fate === other.was?.fate &&
    a.segment === b.segment &&
    a.room === b.room &&
    isSamePoint(a.from, b.from) &&
    isSamePoint(a.to, b.to)
  );
}

function isSamePoint(one: Point, other: Point): boolean {
  return one.x === other.x && one.y === other.y;
}

function DrawnArrow({ id, arrow, was, animate, isPicked, lost }: ArrowProps) {
  const { segment, from, to } = arrow;
  const moved = animate && was?.fate !== segment.fate;
  const travel = (was ? 0.4 : 1) * -1;
  const motion: CSSProperties & Record<`--${string}`, string> = {
    '--dx': `${(to.x - from.x) * travel}px`,
    '--dy': `${(to.y - from.y) * travel}px`,
  };
  return (
    <g
      className={styles.arrow}
      data-side={segment.from}
      data-fate={segment.fate}
      data-picked={isPicked || undefined}
      data-mark={segment.mark === undefined ? undefined : ''}
      data-stranger={segment.forged || segment.stranger ? '' : undefined}
      data-object={segment.id}
    >
      <path className={styles.touch} d={`M${from.x} ${from.y}L${to.x} ${to.y}`} />
      <path
        className={styles.wire}
        data-moved={moved || undefined}
        pathLength={segment.fate === 'in-flight' ? undefined : 1}
        d={`M${from.x} ${from.y}L${to.x} ${to.y}`}
        markerEnd={segment.fate === 'arrived' ? `url(#${id}-${segment.from})` : undefined}
      />
      <Words arrow={arrow} />
      {segment.fate !== 'arrived' && (
        <g className={styles.traveller} data-moved={moved || undefined} style={moved ? motion : undefined}>
          {segment.fate === 'lost' ? (
            <Cross at={to} side={segment.from} word={lost} />
          ) : (
            <Chip at={to} text={flagsOf(segment)} />
          )}
        </g>
      )}
    </g>
  );
}

function Cross({ at, side, word }: { at: Point; side: Side; word: string }) {
  return (
    <g>
      <path className={styles.cross} d={`M${at.x - 6} ${at.y - 6}l12 12m0-12l-12 12`} />
      <text
        className={styles.lost}
        x={at.x + (side === 'client' ? 13 : -13)}
        y={at.y + 5}
        textAnchor={side === 'client' ? 'start' : 'end'}
      >
        {word}
      </text>
    </g>
  );
}

function Chip({ at, text }: { at: Point; text: string }) {
  const width = text.length * 8.6 + 18;
  return (
    <g>
      <rect className={styles.chip} x={at.x - width / 2} y={at.y - 13} width={width} height="26" rx="6" />
      <text className={styles.chipText} x={at.x} y={at.y + 4.5} textAnchor="middle">
        {text}
      </text>
    </g>
  );
}

/** The words along the line: flags and numbers above, the acknowledgement below where there is room. */
function Words({ arrow: { segment, from, to, room } }: { arrow: Arrow }) {
  const isWhole = segment.fate === 'arrived';
  const angle = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
  const upright = segment.from === 'client' ? angle : angle - 180;
  // Under way, its words are in its chip where others cross.
  if (segment.fate === 'in-flight' && room === 'short') return null;
  const nearSender = room === 'short' || !isWhole;
  const part = nearSender ? 0 : 0.5;
  const x = from.x + (to.x - from.x) * part + (nearSender ? (segment.from === 'client' ? 12 : -12) : 0);
  const y = from.y + (to.y - from.y) * part + (nearSender ? (to.y - from.y) * 0.05 : 0);
  const anchor = nearSender ? (segment.from === 'client' ? 'start' : 'end') : 'middle';
  const carries = segment.text.length > 0 && segment.fate !== 'in-flight' ? ` · ${segment.text.length} B` : '';
  // Of a stranger the address tells more than the numbers, which stand in the list and in the bytes.
  const numbers = segment.stranger?.address ?? numbersOf(segment, carries);
  const ack = [segment.flags.includes('ACK') ? `ack ${segment.ack}` : '', segment.mark ?? '']
    .filter(Boolean)
    .join(' · ');
  const above = room === 'short' || segment.fate === 'in-flight' ? '' : numbers;
  const below = room === 'short' || segment.fate === 'in-flight' ? numbers : room === 'full' ? ack : '';
  return (
    <g
      className={styles.words}
      transform={`rotate(${upright.toFixed(2)} ${x.toFixed(1)} ${y.toFixed(1)})`}
      textAnchor={anchor}
    >
      <text x={x} y={y - 7}>
        {segment.fate !== 'in-flight' && <tspan className={styles.flags}>{flagsOf(segment)}</tspan>}
        {above !== '' && ` ${above}`}
      </text>
      {below !== '' && (
        <text className={styles.second} x={x} y={y + 16}>
          {below}
        </text>
      )}
    </g>
  );
}

/** A datagram has no number. */
function numbersOf({ protocol, seq }: DrawnSegment, carries: string): string {
  return protocol === 'udp' ? carries.replace(' · ', '') : `seq ${seq}${carries}`;
}
