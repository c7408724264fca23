import { z } from 'zod';
import type { SessionClaims } from '@/lib/auth/session-token';
import { movedIds } from '@/lib/curriculum/moved-ids';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { savePlace } from '@/lib/progress/progress-store';

const placeSchema = z.strictObject({
  /** `tcp-tls/three-way-four-way` */
  lesson: z.string().max(200),
  /** The heading's id; '' is the beginning. */
  heading: z.string().max(200).optional(),
  /** Done was pressed, or taken back. */
  done: z.boolean().optional(),
});

export type PlaceReply =
  | { status: 200; body: { saved: true } }
  | { status: 400 | 401; body: { error: { code: string; message: string; field?: string } } };

/** PUT /api/place: where this learner is. */
export async function submitPlace(
  session: Pick<SessionClaims, 'learnerId'> | null,
  body: unknown,
): Promise<PlaceReply> {
  if (!session)
    return {
      status: 401,
      body: { error: { code: 'no-session', message: 'Only who is signed in, or a guest, has a place.' } },
    };
  const parsed = placeSchema.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refused('bad-shape', issue?.path.join('.') ?? '', issue?.message ?? 'expected a place');
  }
  const { heading, done } = parsed.data;
  // A tab that was open when the lesson moved tells its old address.
  const lesson = movedIds(await curriculum()).lesson(parsed.data.lesson);
  if (!lesson) return refused('unknown-lesson', 'lesson', 'there is no such lesson');
  const isKnown = Object.values(lesson.texts).some((text) => text.headings.some((known) => known.id === heading));
  // A heading that a new edition no longer has is the lesson's beginning.
  await savePlace(session.learnerId, {
    lesson: lesson.id,
    formerly: lesson.formerly,
    heading: heading === undefined ? undefined : isKnown ? heading : '',
    done,
  });
  return { status: 200, body: { saved: true } };
}

function refused(code: string, field: string, message: string): PlaceReply {
  return { status: 400, body: { error: { code, message, field } } };
}
