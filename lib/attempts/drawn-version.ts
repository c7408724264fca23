import { type Draw, findDraw } from '@/lib/attempts/draw-store';
import type { KnownVersion } from '@/lib/attempts/known-version';
import { versions } from '@/lib/attempts/submit-versions';
import type { Question } from '@/lib/quiz/question';
import { isTemplate, tryInstantiate } from '@/lib/quiz/variants/instantiate';
import { publicHoles } from '@/lib/quiz/variants/public-holes';

/** A version with a learner's numbers in its key, and what of them is shown (`holes`). Of what has no numbers: itself. */
export type DrawnVersion = KnownVersion;

/**
 * A version with a learner's numbers in its key. Undefined when the draw is none of theirs, is of another item or version, or when there
 * is one where none belongs, or none where one does.
 */
export async function drawnVersion(
  learnerId: string,
  known: KnownVersion,
  drawId: string | null | undefined,
): Promise<DrawnVersion | undefined> {
  const { form } = known;
  const isVariant = form.kind === 'question' && isTemplate(form.question);
  if (!isVariant) return drawId ? undefined : known;
  const draw = drawId ? await findDraw(learnerId, drawId) : undefined;
  if (draw?.item !== known.item || draw.version !== known.version) return undefined;
  return versionOfDraw(known, draw);
}

/** A draw's version with its numbers, by the key in `newer` where that shows the very same ones. */
export async function versionOfDraw(newer: KnownVersion, draw: Draw): Promise<DrawnVersion | undefined> {
  if (newer.keyRevision === draw.keyRevision) return instanceOf(newer, draw.seed);
  const asked = await (await versions()).exact(draw.item, draw.version, draw.keyRevision);
  return instanceFor(newer, asked, draw.seed);
}

/**
 * The numbers of a draw come from the key they were drawn by (`asked`). A newer key of the same version grades them when it shows the very
 * same ones, so that a corrected formula counts; when it draws others, nobody is judged by numbers they were not given.
 */
export function instanceFor(
  newer: KnownVersion,
  asked: KnownVersion | undefined,
  seed: string,
): DrawnVersion | undefined {
  const now = instanceOf(newer, seed);
  const then = asked && instanceOf(asked, seed);
  if (!then) return now;
  return now && JSON.stringify(now.holes) === JSON.stringify(then.holes) ? now : then;
}

function instanceOf(known: KnownVersion, seed: string): DrawnVersion | undefined {
  if (known.form.kind !== 'question') return undefined;
  const template: Question = known.form.question;
  const instance = tryInstantiate(template, seed);
  if (instance.kind !== 'instance') return undefined;
  return { ...known, form: { kind: 'question', question: instance.question }, holes: publicHoles(template, seed) };
}
