'use client';

import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { LabSharingContext } from '@/components/labs/lab-sharing';
import button from '@/components/ui/button.module.css';
import { liveWords } from '@/lib/words/live';
import type { Locale } from '@/lib/words/locale';
import styles from './live.module.css';
import { useSharedRun } from './shared-run-store';

type Props = {
  locale: Locale;
  /** The lab as the page was drawn with it, and the last event by then. */
  saved: unknown;
  seq: number;
  children: ReactNode;
};

/** Around the lab on a learner's screen: it follows, until they do something themselves; then they are on their own until they come back. */
export function FollowLab({ locale, saved: first, seq, children }: Props) {
  const words = liveWords[locale].room;
  const newest = useSharedRun(seq) ?? first;
  const [isOnOwn, setIsOnOwn] = useState(false);
  const leave = useCallback(() => setIsOnOwn(true), []);
  const sharing = useMemo(
    () => ({ role: 'follows' as const, saved: isOnOwn ? null : newest, leave }),
    [isOnOwn, newest, leave],
  );
  return (
    <>
      <div className={styles.roomBar}>
        <p role="status">{isOnOwn ? words.onOwn : words.follows}</p>
        <button type="button" className={button.button} onClick={() => setIsOnOwn(!isOnOwn)}>
          {isOnOwn ? words.comeBack : words.letGo}
        </button>
      </div>
      <noscript>
        <p>{words.noScriptLab}</p>
      </noscript>
      <LabSharingContext value={sharing}>{children}</LabSharingContext>
    </>
  );
}
