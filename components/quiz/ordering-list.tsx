'use client';

import { type KeyboardEvent, use, useRef, useState } from 'react';
import type { RichText as Text } from '@/lib/quiz/public-rich-text';
import { quizWords } from '@/lib/words/quiz';
import styles from './quiz.module.css';
import { OptionNote, QuizContext, useRestored } from './quiz-context';
import { RichLine } from './rich-text';

type Step = { letter: string; text: Text };

/** Steps to put in order with the buttons beside them, or with Alt and the arrow keys. The order is in hidden inputs, as in any form. */
export function OrderingList({ anchor, steps }: { anchor: string; steps: readonly Step[] }) {
  const words = quizWords[use(QuizContext).locale];
  const [order, setOrder] = useState(steps);
  const [moved, setMoved] = useState('');
  const list = useRef<HTMLOListElement>(null);
  useRestored('order', (letters) => {
    const placed = letters.flatMap((letter) => steps.filter((step) => step.letter === letter));
    if (placed.length === steps.length) setOrder(placed);
  });

  function move(from: number, by: -1 | 1) {
    const step = order[from];
    const to = from + by;
    if (!step || to < 0 || to >= order.length) return;
    const next = order.filter((_, at) => at !== from);
    next.splice(to, 0, step);
    setOrder(next);
    setMoved(words.movedTo(to + 1, order.length));
    // The form hears of it as of any change of an input.
    list.current?.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function press(event: KeyboardEvent, at: number) {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined;
    if (!by || !event.altKey) return;
    event.preventDefault();
    move(at, by);
  }

  return (
    <>
      <ol ref={list} className={styles.steps}>
        {order.map(({ letter, text }, at) => {
          const noteId = `${anchor}-${letter}-note`;
          const textId = `${anchor}-${letter}`;
          return (
            <li key={letter} className={styles.option} onKeyDown={(event) => press(event, at)}>
              <input type="hidden" name="order" value={letter} />
              <div className={styles.step}>
                <span id={textId}>
                  <RichLine text={text} />
                </span>
                <button
                  type="button"
                  aria-label={words.earlier}
                  aria-describedby={textId}
                  aria-disabled={at === 0}
                  onClick={() => move(at, -1)}
                >
                  <Arrow up />
                </button>
                <button
                  type="button"
                  aria-label={words.later}
                  aria-describedby={textId}
                  aria-disabled={at === order.length - 1}
                  onClick={() => move(at, 1)}
                >
                  <Arrow />
                </button>
              </div>
              <OptionNote letter={letter} id={noteId} />
            </li>
          );
        })}
      </ol>
      <p role="status" className="visually-hidden">
        {moved}
      </p>
    </>
  );
}

function Arrow({ up = false }: { up?: boolean }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d={up ? 'M3 10l5-5 5 5' : 'M3 6l5 5 5-5'} fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}
