'use client';

import { useRef } from 'react';
import button from '@/components/ui/button.module.css';
import type { OfflineList } from '@/lib/offline/offline-list';
import { type Locale, languageTags } from '@/lib/words/locale';
import { offlineWords } from '@/lib/words/offline';
import type { Fault } from './copy-state';
import styles from './offline.module.css';
import { sizeText } from './size-text';
import { type Said, useCopy } from './use-copy';

type Props = {
  /** Of the page. */
  locale: Locale;
  path: string;
  /** Of the copy. */
  copyLocale: Locale;
  title: string;
};

/** Saves, updates and removes one path's copy, and says how it stands. */
export function CopyPanel({ locale, path, copyLocale, title }: Props) {
  const words = offlineWords[locale];
  const panel = useRef<HTMLDivElement>(null);
  const { state, said, save, remove, stop } = useCopy(copyLocale, path);
  const size = (bytes: number) => sizeText(bytes, locale);

  /** The pressed button goes away with what it did: the focus stays here, not at the top of the page. */
  const keepingFocus = (act: () => void) => () => {
    panel.current?.focus();
    act();
  };
  const begin = (list: OfflineList) => keepingFocus(() => void save(list));
  const removeButton = (
    <button
      type="button"
      className={button.button}
      aria-label={words.removeNamed(title)}
      onClick={keepingFocus(() => void remove())}
    >
      {words.remove}
    </button>
  );

  return (
    <div ref={panel} className={styles.panel} tabIndex={-1} data-copy={state.kind}>
      {state.kind === 'checking' && <p className={styles.quiet}>{words.checking}</p>}
      {state.kind === 'impossible' && <p>{words[state.why]}</p>}
      {state.kind === 'absent' && (
        <>
          <p>{state.list ? words.offer(size(state.list.bytes), size(state.list.stored)) : words.offerPlain}</p>
          <div className={styles.row}>
            {state.list && (
              <button type="button" className={`${button.button} ${button.primary}`} onClick={begin(state.list)}>
                {state.isBegun ? words.tryAgain : words.save}
              </button>
            )}
            {state.isBegun && removeButton}
          </div>
        </>
      )}
      {state.kind === 'saving' && (
        <>
          <progress className={styles.bar} aria-label={words.savingLabel} max={state.list.bytes} value={state.bytes} />
          <div className={styles.row}>
            <span className={styles.figures}>
              {state.bytes < state.list.bytes
                ? words.saving(size(state.bytes), size(state.list.bytes))
                : words.finishing}
            </span>
            <button type="button" className={button.button} onClick={keepingFocus(stop)}>
              {words.stop}
            </button>
          </div>
        </>
      )}
      {state.kind === 'saved' && (
        <>
          <p>
            {words.savedOn(dayText(state.copy.savedAt, locale), size(state.copy.list.stored))}
            {(state.newer || state.copy.isStale) && <strong className={styles.stale}>{words.stale}</strong>}
          </p>
          <div className={styles.row}>
            {state.newer && (
              <button type="button" className={`${button.button} ${button.primary}`} onClick={begin(state.newer)}>
                {words.update(size(state.newer.bytes))}
              </button>
            )}
            {removeButton}
          </div>
        </>
      )}
      <p role="status" className={styles.status}>
        {said && saidText(said, locale)}
      </p>
      {'fault' in state && state.fault && (
        <p role="alert" className={styles.fault}>
          {faultText(state.fault, locale)}
        </p>
      )}
    </div>
  );
}

function saidText(said: Said, locale: Locale): string {
  const words = offlineWords[locale];
  if (said.kind === 'removed') return words.removed;
  return said.draws > 0 ? `${words.saved} ${words.draws(said.draws)}` : words.saved;
}

function faultText(fault: Fault, locale: Locale): string {
  return offlineWords[locale].faults[fault];
}

function dayText(savedAt: string, locale: Locale): string {
  return new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'long' }).format(new Date(savedAt));
}
