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
  const [isReady, setReady] = useState(false);
  const [isDone, setDone] = useState(false);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    setReady(true);
    return onProgress((progress) => setDone(progress?.lessons[lesson]?.read ?? false));
  }, [lesson]);

  async function turn() {
    setDone(!isDone);
    const isSaved = await saveDone(lesson, !isDone);
    setFailed(!isSaved);
    if (!isSaved) setDone(isDone);
  }

  return (
    <div className={`${styles.row} ${styles.done}`} data-ready={isReady || undefined} data-screen-only>
      <button type="button" className={`${button.button} ${isDone ? '' : button.primary}`} onClick={turn}>
        {isDone ? words.undo : words.done}
      </button>
      <span role="status">{failed && words.notSaved}</span>
    </div>
  );
}
