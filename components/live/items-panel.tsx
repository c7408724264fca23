'use client';

import { useState } from 'react';
import button from '@/components/ui/button.module.css';
import type { ItemView } from '@/lib/live/staff-view';
import { liveWords } from '@/lib/words/live';
import { inLocale, type Locale } from '@/lib/words/locale';
import styles from './live.module.css';
import { TallyBars } from './tally-bars';
import { Toggle } from './toggle';

const mostShown = 20;

/** What the class answers by itself, question by question, the latest first. Right and wrong are hidden until they are asked for. */
export function ItemsPanel({ items, locale }: { items: readonly ItemView[]; locale: Locale }) {
  const words = liveWords[locale];
  const [showsRight, setShowsRight] = useState(false);
  if (items.length === 0) return <p className={styles.quiet}>{words.noAnswers}</p>;
  const latest = [...items].sort((one, other) => other.at - one.at).slice(0, mostShown);
  return (
    <>
      <div className={styles.row}>
        <p className={styles.quiet}>{words.answersHint}</p>
        <Toggle
          isOn={showsRight}
          onToggle={() => setShowsRight(!showsRight)}
          className={`${button.button} ${button.quiet}`}
        >
          {showsRight ? words.hideRight : words.showRight}
        </Toggle>
      </div>
      <ul className={styles.items}>
        {latest.map(({ item, lesson, prompt, tally }) => (
          <li key={item}>
            <details>
              <summary>
                <span className={styles.itemPrompt}>{inLocale(prompt, locale)}</span>
                <span className={styles.quiet}>
                  {inLocale(lesson, locale)} · {words.answers(tally.n)}
                  {showsRight && ` · ${words.rightOf(tally.right, tally.n)}`}
                </span>
              </summary>
              <TallyBars locale={locale} caption={inLocale(prompt, locale)} tallies={[tally]} showsRight={showsRight} />
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}
