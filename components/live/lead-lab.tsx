'use client';

import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { LabSharingContext } from '@/components/labs/lab-sharing';
import { liveWords } from '@/lib/words/live';
import type { Locale } from '@/lib/words/locale';
import styles from './live.module.css';

/** Steps are told at most so often: whoever watches would not see more. */
const apartMs = 300;

/** Around the lab that an instructor steps: what they do in it is told to the class. The newest state counts; what was overtaken is not sent. */
export function LeadLab({ classId, locale, children }: { classId: string; locale: Locale; children: ReactNode }) {
  const words = liveWords[locale];
  const [isLost, setIsLost] = useState(false);
  const sender = useRef<ReturnType<typeof newSender> | undefined>(undefined);
  useEffect(() => () => sender.current?.stop(), []);
  const sharing = useMemo(
    () => ({
      role: 'leads' as const,
      tell: (saved: unknown) => {
        sender.current ??= newSender(classId, setIsLost);
        sender.current.send(saved);
      },
    }),
    [classId],
  );
  return (
    <LabSharingContext value={sharing}>
      {children}
      <p role="status" className={isLost ? styles.error : styles.quiet}>
        {isLost ? words.shareFailed : words.leading}
      </p>
    </LabSharingContext>
  );
}

function newSender(classId: string, lost: (isLost: boolean) => void) {
  let waiting: { saved: unknown } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSending = false;
  let isStopped = false;

  async function sendNow(): Promise<void> {
    timer = undefined;
    if (!waiting || isSending || isStopped) return;
    const { saved } = waiting;
    waiting = undefined;
    isSending = true;
    const isTold = await put(classId, saved);
    isSending = false;
    lost(!isTold);
    // What was not told is told with the next try, unless something newer is there by then.
    if (!isTold) waiting ??= { saved };
    if (waiting) timer = setTimeout(sendNow, isTold ? apartMs : 2_000);
  }

  return {
    send(saved: unknown) {
      waiting = { saved };
      if (!isSending) timer ??= setTimeout(sendNow, apartMs);
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

async function put(classId: string, saved: unknown): Promise<boolean> {
  try {
    const reply = await fetch(`/api/classes/${classId}/lab`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(saved),
      signal: AbortSignal.timeout(10_000),
    });
    return reply.ok;
  } catch {
    return false;
  }
}
