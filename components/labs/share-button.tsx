'use client';
import { useId, useRef, useState } from 'react';
import { labWords } from '@/lib/words/lab';
import type { Locale } from '@/lib/words/locale';
import styles from './lab.module.css';
import { packFragment } from './share-link';

type Props = {
  locale: Locale;
  /** The lab's own page, `/en/labs/tcp`. */
  page: string;
  /** What the link must carry. */
  saved: () => unknown;
};

/** Makes a link to the lab as it stands. Copied where the browser lets us (it does not on plain http), shown in any case. */
export function ShareButton({ locale, page, saved }: Props) {
  const words = labWords[locale];
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [link, setLink] = useState<string | null>(null);
  const [note, setNote] = useState('');

  async function make() {
    const packed = await packFragment(saved());
    if (packed.kind === 'too-long') {
      setLink(null);
      setNote(words.shareTooLong);
      return;
    }
    const address = `${location.origin}${page}${packed.fragment}`;
    setLink(address);
    setNote('');
    await copy(address);
  }

  async function copy(address: string) {
    try {
      await navigator.clipboard.writeText(address);
      setNote(words.shareCopied);
    } catch {
      // No clipboard on plain http, or not allowed: the address is there to be selected.
      field.current?.select();
    }
  }

  return (
    <>
      <button type="button" className={styles.button} data-press="tool:share" popoverTarget={id} onClick={make}>
        {words.share}
      </button>
      <div id={id} popover="auto" className={styles.popover}>
        {link !== null && (
          <label>
            {words.shareHint}
            <input ref={field} type="url" readOnly value={link} onFocus={(event) => event.target.select()} />
          </label>
        )}
        <p role="status">{note}</p>
      </div>
    </>
  );
}
