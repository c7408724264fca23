'use client';

import { useEffect, useId, useRef, useState } from 'react';
import dialog from '@/components/comfort/dialog.module.css';
import button from '@/components/ui/button.module.css';
import type { Note } from '@/lib/notes/note';
import type { Locale } from '@/lib/words/locale';
import { notesWords } from '@/lib/words/notes';
import styles from './notes.module.css';
import { rangeOf, sectionTexts } from './section-text';

type Props = {
  note: Note;
  locale: Locale;
  isNew: boolean;
  onText: (text: string) => void;
  onRemove: () => void;
};

/** One note, or what was highlighted with a thought to it. It is kept as it is written. */
export function NoteEntry({ note, locale, isNew, onText, onRemove }: Props) {
  const words = notesWords[locale];
  const { anchor, heading, kind, conflictOf } = note;
  const [text, setText] = useState(note.text);
  const [isFound] = useState(() => !anchor || rangeOf({ heading, ...anchor }, sectionTexts()) !== undefined);
  const field = useRef<HTMLTextAreaElement>(null);
  const hintId = useId();
  useEffect(() => {
    if (isNew) field.current?.focus();
  }, [isNew]);
  return (
    <li className={styles.entry}>
      {anchor && <blockquote lang={anchor.locale}>{anchor.quote}</blockquote>}
      {!isFound && <p className={dialog.aside}>{words.lost}</p>}
      {conflictOf && (
        <p id={hintId} className={dialog.aside}>
          {words.conflict}
        </p>
      )}
      <label className={dialog.field}>
        {kind === 'highlight' ? words.thought : words.note}
        <textarea
          ref={field}
          rows={kind === 'highlight' ? 2 : 3}
          maxLength={10_000}
          value={text}
          aria-describedby={conflictOf ? hintId : undefined}
          onChange={(event) => {
            setText(event.target.value);
            onText(event.target.value);
          }}
        />
      </label>
      <button type="button" className={`${button.button} ${button.quiet}`} onClick={onRemove}>
        {kind === 'highlight' ? words.removeHighlight : words.remove}
      </button>
    </li>
  );
}
