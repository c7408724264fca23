'use client';

import { type ChangeEvent, useContext, useState } from 'react';
import type { LocalizedText } from '@/lib/quiz/answer';
import boxes from './kinds/boxes.module.css';
import styles from './quiz.module.css';
import { QuizContext } from './quiz-context';
import { RichLine, RichText } from './rich-text';
import { textIn } from './text-in';

type Props = { model: string; selfCheck: string; toBeMarked: string };

/** What comes once a text was handed in: a model answer and what to look for in one's own, or that somebody will read it. */
export function WrittenAfter({ model, selfCheck, toBeMarked }: Props) {
  const { locale, feedback } = useContext(QuizContext);
  if (!feedback) return null;
  if (toBeMarked) return <p>{toBeMarked}</p>;
  return (
    <>
      {feedback.model && (
        <section className={boxes.after} aria-label={model}>
          <p className={boxes.head}>{model}</p>
          <RichText text={textIn(feedback.model, locale)} />
        </section>
      )}
      {feedback.selfCheck && <SelfCheck head={selfCheck} lines={feedback.selfCheck} />}
    </>
  );
}

/** For the writer alone: what is ticked here is sent to nobody. */
function SelfCheck({ head, lines }: { head: string; lines: readonly LocalizedText[] }) {
  const { locale } = useContext(QuizContext);
  const [found, setFound] = useState<ReadonlySet<number>>(new Set());

  function tick(event: ChangeEvent<HTMLInputElement>, at: number) {
    // To the form around it this is no change of the answer.
    event.stopPropagation();
    const next = new Set(found);
    if (!next.delete(at)) next.add(at);
    setFound(next);
  }

  return (
    <fieldset className={`${styles.fieldset} ${boxes.own}`}>
      <legend className={boxes.head}>
        {head} · {found.size}/{lines.length}
      </legend>
      {lines.map((line, at) => (
        <label key={JSON.stringify(line)} className={boxes.check}>
          <input type="checkbox" checked={found.has(at)} onChange={(event) => tick(event, at)} />
          <span>
            <RichLine text={textIn(line, locale)} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}
