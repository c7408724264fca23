import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { LearnerGone, openDraw } from '@/lib/attempts/draw-store';
import { versionOfDraw } from '@/lib/attempts/drawn-version';
import type { KnownVersion } from '@/lib/attempts/known-version';
import { versions } from '@/lib/attempts/submit-versions';
import { isTransient } from '@/lib/attempts/transient-error';
import type { SessionClaims } from '@/lib/auth/session-token';
import type { Question } from '@/lib/quiz/question';
import { isTemplate, tryInstantiate } from '@/lib/quiz/variants/instantiate';

/** What a learner gets of a draw: its name, and what stands in the holes that are shown. */
export type GivenDraw = { id: string; holes: Record<string, string> };

type DrawReply =
  | { status: 200; body: { draw: string; version: string; public: { holes: Record<string, string> } } }
  | { status: 400 | 401 | 404 | 503; body: { error: { code: string; message: string; field?: string } } };

const sentSchema = z.strictObject({ item: z.string().max(200) });

/** Equal for what is assessed, for what has no numbers and for what is not there: none of them is told apart. */
const unknownItem = refused(404, 'unknown-item', 'there is no such variant', 'item');

/** POST /api/draws: this learner's numbers for a practice question, the same until they are answered. */
export async function submitDraw(session: Pick<SessionClaims, 'learnerId'> | null, body: unknown): Promise<DrawReply> {
  if (!session) return refused(401, 'no-session', 'Numbers are drawn for someone: sign in, or become a guest first.');
  const sent = sentSchema.safeParse(body);
  if (!sent.success) return refused(400, 'bad-shape', 'expected { "item": "{path}/{lesson}/{question}" }', 'item');
  try {
    const current = (await versions()).current(sent.data.item);
    if (current?.form.kind !== 'question' || current.form.question.use === 'assessed') return unknownItem;
    const given = await drawFrom(session.learnerId, current, null);
    if (!given) return unknownItem;
    return { status: 200, body: { draw: given.id, version: current.version, public: { holes: given.holes } } };
  } catch (error) {
    if (isTransient(error)) return refused(503, 'busy', 'The database cannot be reached.');
    if (error instanceof LearnerGone) return refused(401, 'no-session', 'This guest or account is gone.');
    throw error;
  }
}

/** The numbers of an item in a version for one learner: those that are open, else new ones. Undefined for what has none. */
export async function drawFor(
  learnerId: string,
  item: string,
  version: string,
  sitting?: string | null,
): Promise<GivenDraw | undefined> {
  const known = await (await versions()).newest(item, version);
  return known && drawFrom(learnerId, known, sitting ?? null);
}

async function drawFrom(
  learnerId: string,
  known: KnownVersion,
  sitting: string | null,
): Promise<GivenDraw | undefined> {
  const { form, item, version, keyRevision } = known;
  if (form.kind !== 'question' || !isTemplate(form.question)) return undefined;
  const seed = soundSeed(form.question);
  const draw = await openDraw({ learnerId, id: randomUUID(), item, version, keyRevision, seed, sitting });
  const drawn = await versionOfDraw(known, draw);
  if (!drawn?.holes) throw new Error(`the draw ${draw.id} of ${item} cannot be drawn again from its seed ${draw.seed}`);
  return { id: draw.id, holes: drawn.holes };
}

const mostSeeds = 50;

/** A seed whose numbers have a key. Every one has, by the check's thousand; one that has not is never given to anybody. */
function soundSeed(question: Question): string {
  for (let tries = 0; tries < mostSeeds; tries++) {
    const seed = randomBytes(16).toString('hex');
    if (tryInstantiate(question, seed).kind === 'instance') return seed;
  }
  throw new Error(`"${question.id}": none of ${mostSeeds} seeds has numbers; \`handrail check\` says why`);
}

function refused(status: 400 | 401 | 404 | 503, code: string, message: string, field?: string): DrawReply {
  return { status, body: { error: { code, message, ...(field ? { field } : {}) } } };
}
