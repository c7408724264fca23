import { homeWords } from '@/lib/words/home';
import type { Locale } from '@/lib/words/locale';
import styles from './handshake-picture.module.css';

/**
 * The brand mark grown large: two posts and the rails between them are a client, a server, and the three segments that open a
 * connection. It is drawn once, in the order of time, and then rests. The numbers are those of the opening lesson.
 */
export function HandshakePicture({ locale }: { locale: Locale }) {
  const words = homeWords[locale];
  return (
    <svg className={styles.picture} viewBox="0 0 420 400" role="img" aria-label={words.picture}>
      <g className={styles.side}>
        <text x="80" y="30" fill="var(--client)">
          {words.client}
        </text>
        <text x="340" y="30" fill="var(--server)">
          {words.server}
        </text>
      </g>
      <g strokeWidth="5" strokeLinecap="round">
        <path d="M80 52V300" stroke="var(--client)" className={styles.post} />
        <path d="M340 52V300" stroke="var(--server)" className={styles.post} />
      </g>
      <Segment from="client" y={80} flags="SYN" numbers="seq 1234567" order={styles.first} />
      <Segment from="server" y={156} flags="SYN ACK" numbers="ack 1234568" order={styles.second} />
      <Segment from="client" y={232} flags="ACK" numbers="ack 7654322" order={styles.third} />
      <g className={`${styles.bytes} ${styles.fourth}`}>
        {/* The face of the code differs from system to system: its width is set, so that the bracket stays under its bytes. */}
        <text x="99.6" y="350" textLength="220.8">
          01 bb <tspan className={styles.framed}>00 12 d6 87</tspan> 00 00
        </text>
        <path d="M155 361v6h110v-6" fill="none" stroke="var(--accent)" strokeWidth="1.5" />
        <text x="210" y="386" textAnchor="middle" className={styles.say}>
          {words.bytes}
        </text>
      </g>
    </svg>
  );
}

type SegmentProps = {
  from: 'client' | 'server';
  y: number;
  flags: string;
  numbers: string;
  order: string | undefined;
};

/** It falls by 44 on its way across: time runs down the page, and a wire takes time. */
function Segment({ from, y, flags, numbers, order }: SegmentProps) {
  const [start, end, tilt] = from === 'client' ? [88, 330, 10.3] : [332, 90, -10.3];
  const colour = `var(--${from})`;
  const back = from === 'client' ? -1 : 1;
  return (
    <g className={order}>
      <path
        d={`M${start} ${y}L${end} ${y + 44}`}
        pathLength="1"
        className={styles.wire}
        stroke={colour}
        strokeWidth="3"
        strokeLinecap="round"
      />
      <path
        d={`M${end} ${y + 44}l${12 * back} ${-8}m${-12 * back} 8l${9 * back} ${6.5}`}
        className={styles.word}
        stroke={colour}
        strokeWidth="3"
        strokeLinecap="round"
      />
      <text x="210" y={y + 12} transform={`rotate(${tilt} 210 ${y + 22})`} className={styles.word}>
        <tspan className={styles.flags}>{flags}</tspan> {numbers}
      </text>
    </g>
  );
}
