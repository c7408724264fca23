import { expect, test } from 'vitest';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import type { DatedNote } from '@/lib/notes/note';
import { notesByLesson } from '@/lib/notes/notes-by-lesson';
import { notesMarkdown } from '@/lib/notes/notes-markdown';

const taught = await curriculum();
let count = 0;
const note = (changes: Partial<DatedNote>): DatedNote => {
  count += 1;
  return {
    id: `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`,
    lesson: 'tcp-tls/three-way-four-way',
    heading: '',
    kind: 'note',
    text: '',
    anchor: null,
    revision: 1,
    removed: false,
    conflictOf: null,
    editedAt: new Date(count * 1_000),
    ...changes,
  };
};

test('notes come in the order of the lesson, quotes as quotes, with links that lead back', () => {
  const notes = [
    note({ heading: 'lost-syn', text: 'Like *asking twice*.' }),
    note({ heading: 'why-not-two', kind: 'highlight', anchor: { quote: '旧SYN从队列里出来', start: 4, locale: 'zh' } }),
    note({ heading: 'why-not-two', kind: 'bookmark' }),
    note({ heading: 'why-not-two', text: 'gone', removed: true }),
    note({ lesson: 'tcp-tls/taken-away', heading: 'old', text: 'Still mine.' }),
  ];
  expect(notesMarkdown(notesByLesson(taught, notes, 'en'), 'en', 'https://h.example')).toMatchInlineSnapshot(`
    "# My notes

    ## [Three-way and four-way handshakes](https://h.example/en/learn/tcp-tls/three-way-four-way)

    ### [Why not two?](https://h.example/en/learn/tcp-tls/three-way-four-way#why-not-two)

    > 旧SYN从队列里出来

    - Bookmarked

    ### [When the SYN gets lost](https://h.example/en/learn/tcp-tls/three-way-four-way#lost-syn)

    Like *asking twice*.

    ## A lesson that is no longer here (tcp-tls/taken-away)

    ### old

    Still mine.
    "
  `);
});

test('a highlight whose words are no longer in the lesson says so', () => {
  const lost = note({ kind: 'highlight', anchor: { quote: 'words nobody wrote', start: 0, locale: 'en' } });
  const [lesson] = notesByLesson(taught, [lost], 'en');
  expect(lesson?.notes[0]?.isFound).toBe(false);
  expect(notesMarkdown(notesByLesson(taught, [lost], 'en'), 'en', '')).toContain('No longer in the text');
});

test('a highlight across numbers that an engine computes, and across paragraphs, is found', () => {
  const quote = '也就是B等的下一个号，是1234568，不是1234567';
  const [lesson] = notesByLesson(
    taught,
    [note({ kind: 'highlight', anchor: { quote, start: 0, locale: 'zh' } })],
    'zh',
  );
  expect(lesson?.notes[0]?.isFound).toBe(true);
});
