'use client';

import { useEffect, useState } from 'react';
import type { Locale } from '@/lib/words/locale';
import { sittingWords } from '@/lib/words/sitting';
import styles from './sitting.module.css';

type Props = {
  sitting: string;
  /** When the page was drawn, by the server's clock, and when the run closes by the same. The browser's clock is never asked. */
  now: string;
  closesAt: string;
  locale: Locale;
};

const announcedAt = [5, 1];

/** What is left, counted from when the page was drawn by a clock that only counts; set right again when the page comes back into view. */
export function Clock({ sitting, now, closesAt, locale }: Props) {
  const words = sittingWords[locale];
  const [left, setLeft] = useState<number>();
  const [said, setSaid] = useState('');

  useEffect(() => {
    let ends = drawnAt() + Date.parse(closesAt) - Date.parse(now);
    let before = Number.POSITIVE_INFINITY;
    const tick = () => {
      const seconds = Math.max(0, Math.ceil((ends - performance.now()) / 1_000));
      setLeft(seconds);
      const minutes = announcedAt.find((one) => seconds <= one * 60 && before > one * 60 && seconds > (one - 1) * 60);
      if (minutes !== undefined) setSaid(words.announce(minutes));
      before = seconds;
      if (seconds === 0) {
        clearInterval(timer);
        location.replace(location.pathname);
      }
    };
    const timer = setInterval(tick, 1_000);
    tick();
    const comeBack = async () => {
      if (document.visibilityState !== 'visible') return;
      const asked = performance.now();
      const reply = await fetch(`/api/sittings/${sitting}`).catch(() => undefined);
      if (!reply?.ok) return;
      const told: { sitting: { now: string; closesAt: string | null } } = await reply.json();
      if (told.sitting.closesAt === null) return;
      ends = asked + Date.parse(told.sitting.closesAt) - Date.parse(told.sitting.now);
      tick();
    };
    document.addEventListener('visibilitychange', comeBack);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', comeBack);
    };
  }, [sitting, now, closesAt, words]);

  return (
    <>
      {left !== undefined && (
        <span className={styles.clock} role="timer" data-short={left <= 60 || undefined}>
          {words.left(Math.floor(left / 60), left % 60)}
        </span>
      )}
      <span role="status" className="visually-hidden">
        {said}
      </span>
    </>
  );
}

/** When the server had drawn the page, on the browser's counting clock: its first byte came after that, so nobody is given time. */
function drawnAt(): number {
  const [visit] = performance.getEntriesByType('navigation');
  return visit instanceof PerformanceNavigationTiming ? visit.requestStart : 0;
}
