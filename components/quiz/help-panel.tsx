'use client';

import { useEffect, useRef, useState } from 'react';
import button from '@/components/ui/button.module.css';
import { helpWords } from '@/lib/words/help';
import { helpPanelWords } from '@/lib/words/help-panel';
import type { Locale } from '@/lib/words/locale';
import { askHelp, type Hint, type Solution } from './ask-help';
import styles from './help-bar.module.css';
import { RichText } from './rich-text';
import { textIn } from './text-in';

export type HelpPanelProps = {
  item: string;
  version: string;
  draw?: string | undefined;
  locale: Locale;
  hasHints: boolean;
  first: 'hint' | 'answer';
  steps?: ((actions: readonly unknown[]) => readonly string[]) | undefined;
};

type Asking = 'idle' | 'asking' | 'confirming' | keyof (typeof helpWords)['en'] | keyof (typeof helpPanelWords)['en'];

/** Hints as they are told, one below the other; then, after a second thought, the answer. */
export function HelpPanel({ item, version, draw, locale, hasHints, first, steps }: HelpPanelProps) {
  const words = { ...helpWords[locale], ...helpPanelWords[locale] };
  const [hints, setHints] = useState<readonly Hint[]>([]);
  const [solution, setSolution] = useState<Solution>();
  const [asking, setAsking] = useState<Asking>(first === 'answer' ? 'confirming' : 'idle');
  const begun = useRef(false);
  const more = hints.length === 0 ? hasHints : (hints.at(-1)?.more ?? false);
  const asked = { item, version, ...(draw ? { draw } : {}) };

  async function nextHint() {
    setAsking('asking');
    const told = await askHelp<Hint>('/api/hints', { ...asked, number: hints.length + 1 });
    if (told.kind === 'told') setHints([...hints, told.body]);
    setAsking(told.kind === 'told' ? 'idle' : told.why);
  }

  async function showAnswer() {
    setAsking('asking');
    const told = await askHelp<Solution>('/api/give-up', asked);
    if (told.kind === 'told') setSolution(told.body);
    setAsking(told.kind === 'told' ? 'idle' : told.why);
  }

  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    if (first === 'hint') void nextHint();
  });

  const isBusy = asking === 'asking';
  return (
    <>
      <div role="status">
        {hints.map(({ hint, number }) => (
          <section
            key={number}
            className={styles.told}
            aria-label={words.hintNumber(number)}
            tabIndex={-1}
            ref={focusOnce}
          >
            <p className={styles.label}>{words.hintNumber(number)}</p>
            <RichText text={textIn(hint, locale)} />
          </section>
        ))}
        {solution && <Answer solution={solution} locale={locale} steps={steps} />}
        {asking === 'confirming' && <p>{words.giveUpWhat}</p>}
        {isBusy && <p className={styles.status}>{words.asking}</p>}
        {isSentence(asking) && <p className={styles.status}>{words[asking]}</p>}
      </div>
      {!solution && (
        <p className={styles.buttons}>
          {asking === 'confirming' ? (
            <>
              <button type="button" className={button.button} ref={focusOnce} onClick={() => void showAnswer()}>
                {words.giveUpYes}
              </button>
              <button type="button" className={styles.ask} onClick={() => setAsking('idle')}>
                {words.giveUpNo}
              </button>
            </>
          ) : (
            <>
              {more && (
                <button
                  type="button"
                  className={styles.ask}
                  aria-disabled={isBusy}
                  onClick={() => !isBusy && void nextHint()}
                >
                  {hints.length === 0 ? words.hint : words.nextHint}
                </button>
              )}
              <button
                type="button"
                className={styles.ask}
                aria-disabled={isBusy}
                onClick={() => setAsking('confirming')}
              >
                {words.giveUp}
              </button>
            </>
          )}
        </p>
      )}
    </>
  );
}

/** What was just opened takes the focus: the button that opened it may be gone. */
function focusOnce(opened: HTMLElement | null): void {
  opened?.focus();
}

function numbered<T>(all: readonly T[]): (readonly [T, number])[] {
  return all.map((one, at) => [one, at + 1] as const);
}

type Sentence = 'refused' | 'offline' | 'inSitting' | 'tooMany';

function isSentence(asking: Asking): asking is Sentence {
  return asking === 'refused' || asking === 'offline' || asking === 'inSitting' || asking === 'tooMany';
}

type AnswerProps = Pick<HelpPanelProps, 'locale' | 'steps'> & { solution: Solution };

function Answer({ solution: { solution, explanation }, locale, steps }: AnswerProps) {
  const words = helpPanelWords[locale];
  const sentences = solution.actions && steps ? steps(solution.actions) : [];
  return (
    <section className={styles.told} aria-label={words.answer} tabIndex={-1} ref={focusOnce}>
      <p className={styles.label}>{words.answer}</p>
      {numbered(solution.lines ?? []).map(([line, number]) => (
        <RichText key={number} text={textIn(line, locale)} />
      ))}
      {sentences.length > 0 && (
        <ol aria-label={words.steps}>
          {numbered(sentences).map(([sentence, number]) => (
            <li key={number}>{sentence}</li>
          ))}
        </ol>
      )}
      {explanation && <RichText text={textIn(explanation, locale)} />}
    </section>
  );
}
