import { newId } from '@/components/quiz/new-id';
import type { Note } from '@/lib/notes/note';
import type { Locale } from '@/lib/words/locale';
import { notesWords } from '@/lib/words/notes';
import { openHeadingNotes } from './heading-notes';
import { keepNote, loadNotes, notesIn } from './note-keeper';
import styles from './notes.module.css';
import { rangeOf, sectionTexts, selectedQuote } from './section-text';

type OpenNotes = {
  /** The notes at a heading, above the page. */
  openHeading(heading: string): void;
  /** Offers to highlight what is selected. */
  offer(): void;
  /** Highlights what is selected. */
  highlight(): void;
};

const settleMs = 350;

let opened: OpenNotes | undefined;

/** One's notes on the lesson of this page: shows which headings have some and what is highlighted. */
export function openNotes(locale: Locale): OpenNotes {
  opened ??= begin(locale);
  return opened;
}

function begin(locale: Locale): OpenNotes {
  const body = document.querySelector<HTMLElement>('[data-lesson-body]');
  const lesson = body?.dataset.lessonBody ?? '';
  const textLocale: Locale = body?.lang.startsWith('zh') ? 'zh' : 'en';
  const words = notesWords[locale];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = styles.offer ?? '';
  button.textContent = words.highlight;
  // The selection must outlive the press.
  button.addEventListener('pointerdown', (event) => event.preventDefault());
  button.addEventListener('click', highlight);

  const show = () => showNotes(lesson);

  function newNote(rest: Pick<Note, 'heading' | 'kind' | 'anchor'>): Note {
    return { id: newId(), lesson, text: '', revision: 0, removed: false, conflictOf: null, ...rest };
  }

  function highlight() {
    const selected = selectedQuote();
    button.remove();
    if (!selected) return;
    const { heading, ...quote } = selected;
    keepNote(newNote({ heading, kind: 'highlight', anchor: { ...quote, locale: textLocale } }));
    getSelection()?.removeAllRanges();
    show();
  }

  function place() {
    const range = selectedQuote() && getSelection()?.getRangeAt(0);
    if (!range) return button.remove();
    const rect = range.getBoundingClientRect();
    document.body.append(button);
    const across = Math.min(Math.max(rect.left + rect.width / 2, 70), document.documentElement.clientWidth - 70);
    button.style.insetInlineStart = `${across}px`;
    button.style.insetBlockStart = `${rect.bottom + scrollY + 8}px`;
  }

  void loadNotes(lesson, show);
  return {
    openHeading: (heading) => openHeadingNotes({ locale, lesson, heading, newNote, onChange: show }),
    offer() {
      clearTimeout(timer);
      timer = setTimeout(place, settleMs);
    },
    highlight,
  };
}

/** Marks headings that have notes, and paints what is highlighted, where the browser can. */
function showNotes(lesson: string): void {
  const notes = notesIn(lesson);
  for (const button of document.querySelectorAll<HTMLElement>('[data-notes]'))
    button.toggleAttribute(
      'data-has-notes',
      notes.some(({ heading }) => heading === button.dataset.notes),
    );
  if (!('highlights' in CSS)) return;
  const sections = sectionTexts();
  const ranges = notes.flatMap(({ heading, anchor }) => (anchor && rangeOf({ heading, ...anchor }, sections)) ?? []);
  CSS.highlights.set('kept', new Highlight(...ranges));
}
