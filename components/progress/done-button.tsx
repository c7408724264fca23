'use client';

import { useEffect, useState } from 'react';
import button from '@/components/ui/button.module.css';
import type { Locale } from '@/lib/words/locale';
import { progressWords } from '@/lib/words/progress';
import styles from './progress.module.css';
import { onProgress } from './progress-store';
import { saveDone } from './save-place';

/** "Done": marks the lesson as read, or takes that back. It needs scripts; without them its room stays empty. */
export function DoneButton({ lesson, locale }: { lesson: string; locale: Locale }) {
  const words = progressWords[locale];
  const [state, setState] = useState<'asleep' | 'ready' | 'saving' | 'failed'>('asleep');
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    setState('ready');
    return onProgress((progress) => setDone(progress?.lessons[lesson]?.read ?? false));
  }, [lesson]);

  async function turn() {
    if (state === 'saving') return;
    setState('saving');
    const isSaved = await saveDone(lesson, !isDone);
    if (isSaved) setDone(!isDone);
    setState(isSaved ? 'ready' : 'failed');
  }

  return (
    <div className={`${styles.row} ${styles.done}`} data-ready={state !== 'asleep' || undefined} data-screen-only>
      <button
        type="button"
        className={`${button.button} ${isDone ? '' : button.primary}`}
        onClick={turn}
        aria-disabled={state === 'saving' || undefined}
      >
        {isDone ? words.undo : words.done}
      </button>
      <span role="status">{state === 'failed' && words.notSaved}</span>
    </div>
  );
}
