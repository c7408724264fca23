import { z } from 'zod';
import { isKnownTo } from '@/lib/attempts/known-item';
import type { SessionClaims } from '@/lib/auth/session-token';
import { movedIds } from '@/lib/curriculum/moved-ids';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { errorCode } from '@/lib/db/error-code';
import { jsonBytes } from '@/lib/db/json-bytes';
import { type Draft, draftsIn, saveDraft } from '@/lib/progress/draft-store';

/** As much as the longest answer may have. */
const mostBytes = 64 * 1024;

const run = { draw: z.string().max(64).optional(), sitting: z.string().max(64).optional() };

const draftSchema = z.strictObject({
  /** Whose draft the page takes it to be. */
  learner: z.uuid(),
  version: z.string().regex(/^[0-9a-f]{16}$/, 'expected 16 hexadecimal digits'),
  at: z.int().min(1).max(2_147_483_647),
  /** What the inputs say, by their names, or what was done in a lab; and in which run of a variant or a sitting. */
  body: z.union([
    z.strictObject({ inputs: z.record(z.string().max(200), z.array(z.string()).max(200)), ...run }),
    z.strictObject({ actions: z.array(z.unknown()).max(5_000), ...run }),
  ]),
});

type Session = Pick<SessionClaims, 'learnerId'> | null;
type DraftReply =
  | { status: 200; body: { at: number } | { drafts: Draft[] } }
  | { status: 400 | 401 | 404 | 409 | 413; body: { error: { code: string; message: string; field?: string } } };

const noSession: DraftReply = {
  status: 401,
  body: { error: { code: 'no-session', message: 'Only who is signed in, or a guest, has drafts.' } },
};

/** PUT /api/drafts/{item}: keeps a half-written answer. `at` in the reply says how far the one that is kept has counted. */
export async function submitDraft(session: Session, item: string, body: unknown): Promise<DraftReply> {
  if (!session) return noSession;
  const parsed = draftSchema.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refused(400, 'bad-shape', issue?.message ?? 'expected a draft', issue?.path.join('.'));
  }
  const { learner, ...draft } = parsed.data;
  if (learner !== session.learnerId)
    return refused(409, 'other-learner', 'Somebody else is signed in on this browser now.', 'learner');
  if (jsonBytes(draft.body) > mostBytes)
    return refused(413, 'too-large', `expected at most ${mostBytes / 1024} KiB`, 'body');
  if (!(await isKnownTo(session.learnerId, item)))
    return refused(404, 'unknown-item', 'there is no such question or task');
  try {
    // A tab that was open when the item moved goes on under its old id: what it shows is the question as it was.
    const kept = await saveDraft(session.learnerId, { item, ...draft }, movedIds(await curriculum()).formerIds(item));
    return kept === null ? noSession : { status: 200, body: { at: kept } };
  } catch (error) {
    // Text that PostgreSQL cannot hold: a NUL, half a surrogate pair.
    if (errorCode(error)?.startsWith('22')) return refused(400, 'bad-shape', 'expected text in Unicode', 'body');
    throw error;
  }
}

/** GET /api/drafts/{path}/{lesson}: what this learner left half-written there. */
export async function draftsOf(session: Session, lesson: string): Promise<DraftReply> {
  if (!session) return noSession;
  const taught = await curriculum();
  const ids = movedIds(taught);
  const items = taught.lessonById(lesson)?.items ?? [];
  const former = new Map(items.flatMap(({ id }) => ids.formerIds(id).map((old) => [old, id] as const)));
  return { status: 200, body: { drafts: await draftsIn(session.learnerId, lesson, former) } };
}

function refused(
  status: Exclude<DraftReply['status'], 200>,
  code: string,
  message: string,
  field?: string,
): DraftReply {
  return { status, body: { error: { code, message, ...(field ? { field } : {}) } } };
}
