import type { CSSProperties } from 'react';
import { drawnMark, markColours, pictureOf } from './drawn-mark';

const { paper, ink, inkSoft, client, server } = markColours;

const segments = [
  { y: 60, flags: 'SYN', numbers: 'seq 1234567', tilt: 7.4 },
  { y: 190, flags: 'SYN ACK', numbers: 'ack 1234568', tilt: -7.4 },
  { y: 320, flags: 'ACK', numbers: 'ack 7654322', tilt: 7.4 },
];

/** Drawn by satori at build: flex boxes, inline styles and pictures are all it knows, so the lines are a picture under the words. */
export function SocialCard() {
  return (
    <div style={{ display: 'flex', width: '100%', height: '100%', background: paper, color: ink }}>
      <div style={{ display: 'flex', alignItems: 'center', marginLeft: 80, gap: 28, fontSize: 78, letterSpacing: -2 }}>
        <img src={drawnMark} alt="" width={112} height={112} />
        Handrail
      </div>
      <img src={lines} alt="" width={500} height={470} style={{ position: 'absolute', left: 630, top: 80 }} />
      {segments.map(({ y, flags, numbers, tilt }) => (
        <div key={flags} style={{ ...label, top: y + 58, transform: `rotate(${tilt}deg)` }}>
          <span>{flags}</span>
          <span style={{ color: inkSoft }}>{numbers}</span>
        </div>
      ))}
    </div>
  );
}

const label: CSSProperties = {
  position: 'absolute',
  left: 630,
  width: 500,
  display: 'flex',
  justifyContent: 'center',
  gap: 14,
  fontSize: 30,
};

const arrows = segments.map(({ y, tilt }) =>
  tilt > 0
    ? `<path d="M26 ${y}L472 ${y + 58}m-24 -15l24 15l-20 13" stroke="${client}"/>`
    : `<path d="M474 ${y}L28 ${y + 58}m24 -15l-24 15l20 13" stroke="${server}"/>`,
);

const lines = pictureOf(
  `<svg xmlns="http://www.w3.org/2000/svg" width="500" height="470" viewBox="0 0 500 470" fill="none" stroke-width="6" stroke-linecap="round">
  <path d="M10 10V460" stroke="${client}" stroke-width="10"/><path d="M490 10V460" stroke="${server}" stroke-width="10"/>${arrows.join('')}</svg>`,
);
