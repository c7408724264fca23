import { ImageResponse } from 'next/og';
import { drawnMark, markColours } from '@/components/ui/drawn-mark';

export const size = { width: 180, height: 180 };
export const contentType = 'image/png';

/** The home screen's picture: drawn at build, because phones do not take SVG there. */
export default function AppleIcon() {
  return new ImageResponse(
    <div style={{ display: 'flex', width: '100%', height: '100%', background: markColours.paper, padding: 30 }}>
      <img src={drawnMark} alt="" width={120} height={120} />
    </div>,
    size,
  );
}
