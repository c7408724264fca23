import { z } from 'zod';
import { publicFormOf } from '@/lib/attempts/known-version';
import { triesOf } from '@/lib/attempts/policy';
import { readSitting, type SittingView, viewOf } from '@/lib/attempts/read-sitting';
import { isUuid } from '@/lib/attempts/sent-answers';
import { handIn } from '@/lib/attempts/sitting-store';
import { type NotOpened, openAssigned, openDoor } from '@/lib/attempts/submit-sitting';
import type { SessionClaims } from '@/lib/auth/session-token';

type Sitter = Pick<SessionClaims, 'learnerId' | 'guest'> | null;
type Refused = {
  status: 400 | 401 | 403 | 404 | 409;
  body: { error: { code: string; message: string; field?: string } };
};
export type SittingReply = { status: 200 | 201; body: object } | Refused;

const openSchema = z.union([
  z.strictObject({ assignment: z.string().max(64) }),
  z.strictObject({ door: z.string().max(200) }),
]);

/** POST /api/sittings: `{ assignment }`, or `{ door: "{path}/{lesson}" }`. Opens the run, or finds the one that is open. */
export async function submitSitting(sitter: Sitter, body: unknown): Promise<SittingReply> {
  if (!sitter) return noSession;
  const parsed = openSchema.safeParse(body);
  if (!parsed.success)
    return refused(400, 'bad-shape', 'expected { "assignment": "…" } or { "door": "{path}/{lesson}" }');
  const of = parsed.data;
  if ('assignment' in of && !isUuid(of.assignment)) return notOpened('unknown-assignment');
  const opened = 'door' in of ? await openDoor(sitter, of.door) : await openAssigned(sitter, of.assignment);
  if (opened.kind === 'refused') return notOpened(opened.why);
  return { status: 201, body: toBody(await viewOf(opened.read)) };
}

/** GET /api/sittings/{id} */
export async function tellSitting(sitter: Sitter, id: string): Promise<SittingReply> {
  if (!sitter) return noSession;
  const view = await readSitting(sitter.learnerId, id);
  return view ? { status: 200, body: toBody(view) } : unknownSitting;
}

/** POST /api/sittings/{id}: hands in. Again, or after its time, it changes nothing. */
export async function submitHandIn(sitter: Sitter, id: string): Promise<SittingReply> {
  if (!sitter) return noSession;
  const read = isUuid(id) ? await handIn(sitter.learnerId, id) : undefined;
  return read ? { status: 200, body: toBody(await viewOf(read)) } : unknownSitting;
}

/** Names each field that may leave the server. */
function toBody({ sitting, state, now, asked, answered, of, score }: SittingView): object {
  return {
    sitting: {
      id: sitting.id,
      kind: sitting.kind,
      lesson: sitting.lesson,
      assignment: sitting.assignment,
      state,
      now: now.toISOString(),
      openedAt: sitting.openedAt.toISOString(),
      closesAt: sitting.closesAt?.toISOString() ?? null,
      handedInAt: sitting.handedInAt?.toISOString() ?? null,
      tries: triesOf(sitting.policy),
      answered,
      of,
      score,
      items:
        asked?.map(({ frozen, version, triesLeft, result }) => ({
          item: frozen.item,
          version: frozen.version,
          draw: frozen.draw === null ? null : { id: frozen.draw, holes: version.holes ?? {} },
          kind: version.form.kind,
          public: publicFormOf(version.form),
          triesLeft,
          result: result ?? null,
        })) ?? null,
    },
  };
}

function notOpened(why: NotOpened): Refused {
  switch (why) {
    case 'unknown-lesson':
      return refused(404, why, 'there is no such lesson', 'door');
    case 'no-door':
      return refused(404, why, 'this lesson has no door: not every objective of it has a question', 'door');
    case 'unknown-assignment':
      return refused(404, why, 'there is no such assignment', 'assignment');
    case 'sign-in':
      return refused(403, why, 'graded and timed work needs a sign-in');
    case 'not-yet':
      return refused(409, why, 'this assignment has not begun', 'assignment');
    case 'practice':
      return refused(409, why, 'practice is done in its lessons, not in a sitting', 'assignment');
    case 'over':
      return refused(409, why, 'this assignment is over', 'assignment');
  }
}

const noSession = refused(401, 'no-session', 'A sitting belongs to somebody: sign in, or become a guest first.');
const unknownSitting = refused(404, 'unknown-sitting', 'there is no such sitting');

function refused(status: Refused['status'], code: string, message: string, field?: string): Refused {
  return { status, body: { error: { code, message, ...(field ? { field } : {}) } } };
}
