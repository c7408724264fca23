import type { LessonNotes, PlacedNote } from '@/lib/notes/notes-by-lesson';
import type { Locale } from '@/lib/words/locale';
import { notesWords } from '@/lib/words/notes';

/** One's notes as a Markdown file: a heading for each lesson and section, quotes as quotes, links that lead back. */
export function notesMarkdown(lessons: readonly LessonNotes[], locale: Locale, origin: string): string {
  const words = notesWords[locale];
  const parts = [`# ${words.title}`];
  for (const { lesson, title, notes } of lessons) {
    const address = `${origin}/${locale}/learn/${lesson}`;
    parts.push(title === null ? `## ${words.gone} (${lesson})` : `## [${plain(title)}](${address})`);
    let section: string | undefined;
    for (const note of notes) {
      if (note.heading !== section) {
        section = note.heading;
        parts.push(sectionHeading(note, address));
      }
      parts.push(...noteBlocks(note, locale));
    }
  }
  return `${parts.join('\n\n')}\n`;
}

function sectionHeading({ heading, headingText }: PlacedNote, address: string): string {
  if (headingText === null) return `### ${plain(heading)}`;
  return `### [${plain(headingText)}](${address}${heading && `#${heading}`})`;
}

function noteBlocks(note: PlacedNote, locale: Locale): string[] {
  const words = notesWords[locale];
  if (note.kind === 'bookmark') return [`- ${words.bookmarked}`];
  const quote = note.anchor ? [quoted(note.anchor.quote)] : [];
  const lost = note.isFound ? [] : [`_${words.lost}_`];
  // What was written is the learner's own Markdown, if it is any.
  return [...quote, ...lost, ...(note.text.trim() ? [note.text.trim()] : [])];
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

/** In a link's text brackets would end it. */
function plain(text: string): string {
  return text.replace(/[\\[\]]/g, '\\$&');
}
