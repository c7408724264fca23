import { z } from 'zod';
import type { SessionClaims } from '@/lib/auth/session-token';
import { movedIds } from '@/lib/curriculum/moved-ids';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { errorCode } from '@/lib/db/error-code';
import { type Note, noteKinds } from '@/lib/notes/note';
import { changeNotes, notesOf } from '@/lib/notes/note-store';
import { locales } from '@/lib/words/locale';

const slug = '[a-z0-9]+(?:-[a-z0-9]+)*';

const change = z.strictObject({
  id: z.uuid(),
  lesson: z
    .string()
    .max(200)
    .regex(new RegExp(`^${slug}/${slug}$`)),
  heading: z
    .string()
    .max(120)
    .regex(new RegExp(`^(${slug})?$`)),
  kind: z.enum(noteKinds),
  text: z.string().max(10_000),
  anchor: z
    .strictObject({
      quote: z.string().min(1).max(2_000),
      start: z.int().min(0).max(1_000_000),
      locale: z.enum(locales),
    })
    .nullable(),
  revision: z.int().min(0).max(1_000_000),
  removed: z.boolean(),
});

const schema = z.strictObject({
  /** Whose notes the page takes them to be. */
  learner: z.uuid(),
  notes: z.array(change).min(1).max(50),
});

type Session = Pick<SessionClaims, 'learnerId'> | null;

export type NotesReply =
  | { status: 200; body: { notes: Note[] } }
  | { status: 400 | 401 | 404 | 409 | 429; body: { error: { code: string; message: string; field?: string } } };

/** GET /api/notes: all of one's notes, or those in `?lesson=`. */
export async function readNotes(session: Session, lesson: string | null): Promise<NotesReply> {
  if (!session) return noSession();
  const ids = movedIds(await curriculum());
  const notes = await notesOf(
    session.learnerId,
    lesson === null ? undefined : ids.storedLessons(ids.currentLesson(lesson)),
  );
  // A tab that was open when the lesson moved asks by its old address, and knows its notes by that.
  const named = (note: Note) => ({ ...note, lesson: lesson ?? ids.currentLesson(note.lesson) });
  return { status: 200, body: { notes: notes.map(({ editedAt: _, ...note }) => named(note)) } };
}

/** PUT /api/notes: keeps changes and answers how each note stands now, copies of what had to give way among them. */
export async function submitNotes(session: Session, body: unknown): Promise<NotesReply> {
  if (!session) return noSession();
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refused(400, 'bad-shape', issue?.message ?? 'expected notes', issue?.path.join('.'));
  }
  const { learner, notes } = parsed.data;
  if (learner !== session.learnerId)
    return refused(409, 'other-learner', 'Somebody else is signed in on this browser now.', 'learner');
  const ids = movedIds(await curriculum());
  // A lesson that was taken away keeps its notes; new ones have no place there.
  const unknown = notes.find(({ lesson, revision }) => revision === 0 && !ids.lesson(lesson));
  if (unknown) return refused(404, 'unknown-lesson', `there is no lesson ${unknown.lesson}`, 'lesson');
  try {
    const kept = await changeNotes(
      session.learnerId,
      notes.map((note) => ({ ...note, lesson: ids.currentLesson(note.lesson) })),
    );
    if (kept === null) return noSession();
    if (kept === 'full')
      return refused(
        429,
        'full',
        'No more than 5,000 notes are kept, and 4 MiB of what is written in them; remove some first.',
      );
    // Under the address by which the page that sent them knows the lesson.
    const asSent = new Map(notes.map(({ lesson }) => [ids.currentLesson(lesson), lesson]));
    const named = kept.map((note) => {
      const lesson = ids.currentLesson(note.lesson);
      return { ...note, lesson: asSent.get(lesson) ?? lesson };
    });
    return { status: 200, body: { notes: named } };
  } catch (error) {
    // Text that PostgreSQL cannot hold: a NUL, half a surrogate pair.
    if (errorCode(error)?.startsWith('22')) return refused(400, 'bad-shape', 'expected text in Unicode');
    throw error;
  }
}

function noSession(): NotesReply {
  return refused(401, 'no-session', 'Only who is signed in, or a guest, has notes.');
}

function refused(
  status: Exclude<NotesReply['status'], 200>,
  code: string,
  message: string,
  field?: string,
): NotesReply {
  return { status, body: { error: { code, message, ...(field ? { field } : {}) } } };
}
