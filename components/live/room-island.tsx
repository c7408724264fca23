'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { liveWords } from '@/lib/words/live';
import type { Locale } from '@/lib/words/locale';
import type { LearnerFrame } from './frames';
import { keepSharedRun } from './shared-run-store';
import { useRoomFeed } from './use-room-feed';

type Props = {
  classId: string;
  locale: Locale;
  /** The last event that the page was drawn with. */
  seq: number;
  /** The lab that the page was drawn with: its steps need no new page. */
  lab: string | null;
  /** Learners in the class: a large one does not ask for its new page all at once. */
  of: number;
};

/** Follows the room: what is new is drawn by the server, and the steps of a lab are handed to the lab. Draws nothing itself. */
export function RoomIsland({ classId, locale, seq, lab, of }: Props) {
  const words = liveWords[locale];
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [said, setSaid] = useState('');
  useEffect(() => () => clearTimeout(timer.current), []);

  const drawAnew = useCallback(() => {
    timer.current ??= setTimeout(
      () => {
        timer.current = undefined;
        router.refresh();
      },
      Math.random() * Math.min(of * 3, 3_000),
    );
  }, [router, of]);

  const isFed = useRoomFeed<LearnerFrame>({ classId, side: 'learner', since: seq }, ({ events = [], reset }) => {
    if (reset) return drawAnew();
    let isNew = false;
    for (const event of events) {
      if (event.kind === 'lab' && event.run.run.lab === lab) {
        const { major, at, run } = event.run;
        keepSharedRun(event.seq, { ...run, major, at });
      } else isNew = true;
    }
    if (!isNew) return;
    setSaid(words.room.new);
    drawAnew();
  });
  return (
    <>
      <p className="visually-hidden" aria-live="polite" key={seq}>
        {said}
      </p>
      {!isFed && <p role="status">{words.reconnecting}</p>}
    </>
  );
}
