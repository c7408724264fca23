import { findDraw } from '@/lib/attempts/draw-store';
import { versionOfDraw } from '@/lib/attempts/drawn-version';
import type { GivenDraw } from '@/lib/attempts/submit-draws';
import { versions } from '@/lib/attempts/submit-versions';
import type { PublicQuestion } from '@/lib/quiz/public-kinds';
import { toPublicQuestion } from '@/lib/quiz/public-question';

/** A draw that is open, with the question as it is shown; or the attempt that answered it. */
export type DrawRead =
  | { kind: 'open'; item: string; question: PublicQuestion; draw: GivenDraw }
  | { kind: 'answered'; attempt: string };

/** A learner's own numbers in practice; undefined when there are none of that name, and for those of a sitting, which has its own page. */
export async function readDraw(learnerId: string, id: string): Promise<DrawRead | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return undefined;
  const draw = await findDraw(learnerId, id);
  if (!draw || draw.sitting !== null) return undefined;
  if (draw.attempt !== null) return { kind: 'answered', attempt: draw.attempt };
  const known = await (await versions()).newest(draw.item, draw.version);
  const drawn = known && (await versionOfDraw(known, draw));
  if (drawn?.form.kind !== 'question' || !drawn.holes || drawn.form.question.use === 'assessed') return undefined;
  const { holes, form } = drawn;
  return { kind: 'open', item: draw.item, question: toPublicQuestion(form.question), draw: { id, holes } };
}
