'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';

/** `version`: what of the content this page was drawn from. `isSound`: whether it could be drawn at all. */
type Props = { version: number | undefined; isSound: boolean };
type Saved = { version?: number; isWords: boolean };

/** How long saved words may take to the page, in milliseconds. */
const PATIENCE = 4_000;

/**
 * Development only: the page follows what is saved. Words take their place in the page as it stands, with what was pressed and typed in it;
 * for everything else, and when what stands there is an error, the page is loaded again.
 */
export function LiveReload({ version, isSound }: Props) {
  const router = useRouter();
  const drawn = useRef({ version, isSound });
  useEffect(() => {
    drawn.current = { version, isSound };
  }, [version, isSound]);
  useEffect(() => {
    let late: ReturnType<typeof setTimeout> | undefined;
    const changes = new EventSource('/api/dev/changes');
    changes.onmessage = ({ data }: MessageEvent<string>) => {
      const saved: Saved = JSON.parse(data);
      if (saved.version === undefined || saved.version === drawn.current.version) return;
      if (!saved.isWords || !drawn.current.isSound) return location.reload();
      router.refresh();
      // A text that cannot be drawn leaves the old one standing, and Next at a loss: only a new page says what is wrong.
      clearTimeout(late);
      late = setTimeout(() => {
        if (saved.version !== undefined && (drawn.current.version ?? 0) < saved.version) location.reload();
      }, PATIENCE);
    };
    return () => {
      clearTimeout(late);
      changes.close();
    };
  }, [router]);
  return null;
}
