import button from '@/components/ui/button.module.css';
import { Notice } from '@/components/ui/notice';
import { ToPaths } from '@/components/ui/to-paths';
import type { LessonNotes, PlacedNote } from '@/lib/notes/notes-by-lesson';
import { type Locale, languageTags } from '@/lib/words/locale';
import { notesWords } from '@/lib/words/notes';
import styles from './notes.module.css';

/** All of one's notes with links to where they belong. */
export function NotesList({ lessons, locale }: { lessons: readonly LessonNotes[]; locale: Locale }) {
  const words = notesWords[locale];
  if (lessons.length === 0)
    return (
      <Notice kind="empty">
        <p>{words.none}</p>
        <ToPaths locale={locale} />
      </Notice>
    );
  return (
    <>
      <p className={styles.row}>
        <a className={button.button} href={`/${locale}/notes/export`} download>
          {words.export}
        </a>
        <span>{words.count(lessons.reduce((sum, { notes }) => sum + notes.length, 0))}</span>
      </p>
      {lessons.map(({ lesson, title, notes }) => (
        <section key={lesson} aria-label={title ?? words.gone}>
          <h2 className={styles.lesson}>
            {title === null ? words.gone : <a href={`/${locale}/learn/${lesson}`}>{title}</a>}
          </h2>
          <ul className={styles.all}>
            {notes.map((note) => (
              <NoteRow key={note.id} note={note} locale={locale} hasLesson={title !== null} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function NoteRow({ note, locale, hasLesson }: { note: PlacedNote; locale: Locale; hasLesson: boolean }) {
  const words = notesWords[locale];
  const { anchor, heading, headingText, kind, text, conflictOf, isFound, editedAt } = note;
  const date = new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'medium', timeZone: 'UTC' }).format(editedAt);
  const kinds = { note: words.note, highlight: words.highlighted, bookmark: words.bookmarked };
  return (
    <li>
      <p className={styles.where}>
        {hasLesson && headingText !== null ? (
          <a href={`/${locale}/learn/${note.lesson}${heading && `#${heading}`}`}>{headingText}</a>
        ) : (
          <span>{heading}</span>
        )}
        <span>
          {kinds[kind]} · <time dateTime={editedAt.toISOString()}>{date}</time>
        </span>
      </p>
      {anchor && (
        <blockquote className={styles.quote} lang={anchor.locale === 'zh' ? languageTags.zh : languageTags.en}>
          {anchor.quote}
        </blockquote>
      )}
      {!isFound && <p className={styles.where}>{words.lost}</p>}
      {conflictOf && <p className={styles.where}>{words.conflict}</p>}
      {text.trim() !== '' && <p className={styles.words}>{text}</p>}
    </li>
  );
}
