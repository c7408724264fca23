'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import dialog from '@/components/comfort/dialog.module.css';
import button from '@/components/ui/button.module.css';
import type { Note } from '@/lib/notes/note';
import type { Locale } from '@/lib/words/locale';
import { notesWords } from '@/lib/words/notes';
import { NoteEntry } from './note-entry';
import { keepNote, notesIn, onSaving, type Saving } from './note-keeper';
import styles from './notes.module.css';

type Props = {
  locale: Locale;
  lesson: string;
  heading: string;
  newNote: (rest: Pick<Note, 'heading' | 'kind' | 'anchor'>) => Note;
  /** Something was written, marked or taken away. */
  onChange: () => void;
};

/** Opens the notes at a heading above the page. Where the focus was, it returns. */
export function openHeadingNotes(props: Props): void {
  const host = document.body.appendChild(document.createElement('div'));
  const root = createRoot(host);
  const close = () => {
    root.unmount();
    host.remove();
  };
  root.render(<HeadingNotes {...props} onClose={close} />);
}

function HeadingNotes({ locale, lesson, heading, newNote, onChange, onClose }: Props & { onClose: () => void }) {
  const words = notesWords[locale];
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [notes, setNotes] = useState<readonly Note[]>(() => notesAt(lesson, heading));
  const [removed, setRemoved] = useState<Note>();
  const [saving, setSaving] = useState<Saving>('saved');
  const [added, setAdded] = useState<string>();
  const bookmark = notes.find(({ kind }) => kind === 'bookmark');
  const here = document.getElementById(heading);
  const title = here?.firstChild?.textContent ? headingText(here) : words.beginning;

  useEffect(() => box.current?.showModal(), []);
  useEffect(
    () =>
      onSaving((now) => {
        setSaving(now);
        // The server may have kept a copy of what another device wrote.
        if (now === 'saved') setNotes((shown) => [...notesAt(lesson, heading), ...notBegun(shown, lesson)]);
      }),
    [lesson, heading],
  );

  function keep(note: Note) {
    keepNote(note);
    setNotes([...notesAt(lesson, heading), ...notBegun(notes, lesson).filter(({ id }) => id !== note.id)]);
    onChange();
  }
  function remove(note: Note) {
    if (notBegun([note], lesson).length > 0) return setNotes(notes.filter(({ id }) => id !== note.id));
    setRemoved(note);
    keep({ ...note, removed: true });
  }
  function add() {
    const note = newNote({ heading, kind: 'note', anchor: null });
    setAdded(note.id);
    setRemoved(undefined);
    setNotes([...notes, note]);
  }

  return (
    <dialog ref={box} className={dialog.dialog} aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId}>{words.at(title)}</h2>
      <p className={dialog.aside}>{words.private}</p>
      <ul className={styles.entries}>
        {notes
          .filter(({ kind }) => kind !== 'bookmark')
          .map((note) => (
            <NoteEntry
              key={note.id}
              note={note}
              locale={locale}
              isNew={note.id === added}
              onText={(text) => keep({ ...note, text })}
              onRemove={() => remove(note)}
            />
          ))}
      </ul>
      <p className={dialog.actions}>
        <button type="button" className={`${button.button} ${button.primary}`} onClick={add}>
          {words.add}
        </button>
        <button
          type="button"
          className={button.button}
          aria-pressed={bookmark !== undefined}
          onClick={() =>
            bookmark ? keep({ ...bookmark, removed: true }) : keep(newNote({ heading, kind: 'bookmark', anchor: null }))
          }
        >
          {bookmark ? words.bookmarked : words.bookmark}
        </button>
        <button type="button" className={button.button} onClick={() => box.current?.close()}>
          {words.close}
        </button>
      </p>
      <p className={`${dialog.aside} ${styles.foot}`}>
        <span role="status">{removed ? words.removed : notes.length > 0 ? words.saving[saving] : ''}</span>
        {removed && (
          <button
            type="button"
            className={`${button.button} ${button.quiet}`}
            onClick={() => {
              keep({ ...notesLatest(lesson, removed), removed: false, text: removed.text });
              setRemoved(undefined);
            }}
          >
            {words.undo}
          </button>
        )}
        <a href={`/${locale}/notes`}>{words.all}</a>
      </p>
    </dialog>
  );
}

function notesAt(lesson: string, heading: string): Note[] {
  return notesIn(lesson).filter((note) => note.heading === heading);
}

/** Empty ones that nothing was written into yet: they stand on the screen alone. */
function notBegun(shown: readonly Note[], lesson: string): Note[] {
  const kept = new Set(notesIn(lesson).map(({ id }) => id));
  return shown.filter(
    ({ id, text, kind, revision }) => kind === 'note' && text === '' && revision === 0 && !kept.has(id),
  );
}

/** The server may have counted further since it was removed. */
function notesLatest(lesson: string, note: Note): Note {
  return notesIn(lesson).find(({ id }) => id === note.id) ?? { ...note, revision: note.revision + 1 };
}

function headingText(heading: HTMLElement): string {
  return [...heading.childNodes]
    .filter((node) => !(node instanceof Element && node.matches('a, button')))
    .map((node) => node.textContent)
    .join('');
}
