'use client';

import { type ComponentType, useState } from 'react';
import { helpWords } from '@/lib/words/help';
import type { Locale } from '@/lib/words/locale';
import styles from './help-bar.module.css';
import type { HelpPanelProps } from './help-panel';

type Props = {
  item: string;
  version: string;
  draw?: string | undefined;
  locale: Locale;
  hasHints: boolean;
  /** A task's steps, as sentences of its lab. */
  steps?: ((actions: readonly unknown[]) => readonly string[]) | undefined;
};

/** "Show a hint", "Show the answer": two quiet buttons. What they open is loaded when one is pressed. */
export function HelpBar({ hasHints, locale, ...asked }: Props) {
  const words = helpWords[locale];
  const [Panel, setPanel] = useState<ComponentType<HelpPanelProps>>();
  const [wants, setWants] = useState<'hint' | 'answer'>();
  const [failed, setFailed] = useState(false);

  async function open(what: 'hint' | 'answer') {
    setWants(what);
    setFailed(false);
    try {
      const loaded = await import('./help-panel');
      setPanel(() => loaded.HelpPanel);
    } catch {
      setFailed(true);
    }
  }

  return (
    <div className={styles.help} data-screen-only>
      {Panel && wants ? (
        <Panel {...asked} locale={locale} hasHints={hasHints} first={wants} />
      ) : (
        <p className={styles.buttons}>
          {hasHints && (
            <button type="button" className={styles.ask} onClick={() => void open('hint')}>
              {words.hint}
            </button>
          )}
          <button type="button" className={styles.ask} onClick={() => void open('answer')}>
            {words.giveUp}
          </button>
        </p>
      )}
      <p role="status" className={styles.status}>
        {failed && words.offline}
      </p>
    </div>
  );
}
