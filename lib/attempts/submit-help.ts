import { z } from 'zod';
import { isAssessed } from '@/lib/attempts/answered-version';
import { findDraw } from '@/lib/attempts/draw-store';
import { drawnVersion } from '@/lib/attempts/drawn-version';
import { recordHelp, toldHelp } from '@/lib/attempts/help-store';
import type { KnownVersion, SecretForm } from '@/lib/attempts/known-version';
import { isUuid } from '@/lib/attempts/sent-answers';
import { versions } from '@/lib/attempts/submit-versions';
import type { SessionClaims } from '@/lib/auth/session-token';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import type { LocalizedText } from '@/lib/quiz/answer';
import { richTexts } from '@/lib/quiz/rich-text';
import { solutionLines, solutionResponse } from '@/lib/quiz/solution-lines';

const bodySchema = z.strictObject({
  item: z.string().max(200),
  version: z.string().max(64),
  draw: z.string().max(64).optional(),
});
/** Without a number the next hint that was not told yet. */
const hintSchema = bodySchema.extend({ number: z.int().min(1).max(10).optional() });

export type Hint = { hint: LocalizedText; number: number; more: boolean };

export type Solution = {
  solution: {
    /** A question's key, in the letters that were shown, and as lines to read; a task's actions. */
    response?: object;
    lines?: LocalizedText[];
    actions?: readonly unknown[];
  };
  explanation?: LocalizedText;
};

type Refused = { status: 400 | 401 | 404 | 409; body: { error: { code: string; message: string; field?: string } } };
export type HelpReply<Told> = { status: 200; body: Told } | Refused;

type Asker = Pick<SessionClaims, 'learnerId'> | null;

/** POST /api/hints: the next hint, written down and then told. */
export async function submitHint(asker: Asker, body: unknown): Promise<HelpReply<Hint>> {
  if (!asker) return noSession;
  const parsed = hintSchema.safeParse(body);
  if (!parsed.success) return badShape(parsed.error);
  const { item, draw, number: wanted } = parsed.data;
  const known = await helped(asker.learnerId, parsed.data);
  if (!known) return unknownItem;
  const hints = hintsOf(known.form);
  const told = Math.max(0, ...(await toldHelp(asker.learnerId, item, known.version)));
  const number = wanted ?? told + 1;
  const text = hints[number - 1];
  // One at a time, and none is skipped.
  if (!text || number > told + 1) return refused(404, 'no-hint', 'there is no further hint', 'number');
  if (!(await recordHelp(asker.learnerId, { item, version: known.version, number, draw: draw ?? null }))) return inExam;
  return { status: 200, body: { hint: richTexts(text), number, more: number < hints.length } };
}

/** POST /api/give-up: the solution, written down and then told. */
export async function submitGiveUp(asker: Asker, body: unknown): Promise<HelpReply<Solution>> {
  if (!asker) return noSession;
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return badShape(parsed.error);
  const { item, draw } = parsed.data;
  const known = await helped(asker.learnerId, parsed.data);
  const told = known && (await solutionOf(known));
  if (!known || !told) return unknownItem;
  const telling = { item, version: known.version, number: 0, draw: draw ?? null };
  if (!(await recordHelp(asker.learnerId, telling))) return inExam;
  return { status: 200, body: told };
}

type Asked = { item: string; version: string; draw?: string | undefined };

/** The version that is asked about, with this learner's numbers; undefined where no help may be had, for whatever reason. */
async function helped(learnerId: string, { item, version, draw }: Asked): Promise<KnownVersion | undefined> {
  if (draw !== undefined && !isUuid(draw)) return undefined;
  const all = await versions();
  const current = all.current(item);
  const known = await all.newest(item, version);
  if (!current || !known || isAssessed(current.form) || isAssessed(known.form)) return undefined;
  // The numbers of a run are no practice: their solution is the run's to tell, when it tells.
  if (draw !== undefined && (await findDraw(learnerId, draw))?.sitting) return undefined;
  return drawnVersion(learnerId, known, draw);
}

function hintsOf(form: SecretForm) {
  return form.kind === 'question' ? (form.question.hints ?? []) : form.task.hints;
}

async function solutionOf({ item, form }: KnownVersion): Promise<Solution | undefined> {
  if (form.kind === 'question') {
    const { question } = form;
    return {
      solution: { response: solutionResponse(question), lines: solutionLines(question) },
      ...(question.explanation ? { explanation: richTexts(question.explanation) } : {}),
    };
  }
  const taught = (await curriculum()).item(item);
  return taught?.kind === 'task' ? { solution: { actions: taught.solution.actions } } : undefined;
}

const noSession: Refused = refused(
  401,
  'no-session',
  'Help is written down for somebody: become a guest or sign in first.',
);
const unknownItem: Refused = refused(404, 'unknown-item', 'there is no such question or task in that version', 'item');
const inExam: Refused = refused(
  409,
  'in-sitting',
  'this item stands in a graded run that is open: there is no help until it is handed in',
  'item',
);

function badShape(error: z.ZodError): Refused {
  const [issue] = error.issues;
  return refused(400, 'bad-shape', issue?.message ?? 'expected an item and its version', issue?.path.join('.'));
}

function refused(status: Refused['status'], code: string, message: string, field?: string): Refused {
  return { status, body: { error: { code, message, ...(field ? { field } : {}) } } };
}
