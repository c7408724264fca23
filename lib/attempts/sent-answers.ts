import { z } from 'zod';
import type { AnswerResult } from '@/lib/quiz/answer';

export const mostAnswers = 100;
export const mostLogs = 5;

/** A browser's clock may be a day ahead (a time zone set wrong); more than that and its order in time means nothing. */
const aheadMs = 24 * 60 * 60 * 1000;

/** Before this there was no such answer. */
const earliest = Date.UTC(2000, 0, 1);

const answerSchema = z.strictObject({
  id: z.uuid().toLowerCase(),
  item: z
    .string()
    .max(200)
    .regex(/^[a-z0-9-]+\/[a-z0-9-]+\/[a-z0-9-]+$/, 'expected {path}/{lesson}/{question-or-task}'),
  version: z.string().regex(/^[0-9a-f]{16}$/, 'expected 16 hexadecimal digits'),
  response: z.record(z.string(), z.unknown()),
  seq: z.int().min(0).max(2_147_483_647),
  answeredAt: z.iso.datetime({ offset: true }).optional(),
  draw: z.string().max(64).optional(),
  sitting: z.string().max(64).optional(),
  assignment: z.string().max(64).optional(),
});

export type ReadAnswer = z.infer<typeof answerSchema>;
type Rejected = Extract<AnswerResult, { status: 'rejected' }>;

export function rejected(id: string, code: Rejected['code'], field: string, message: string): Rejected {
  return { id, status: 'rejected', code, field, message };
}

/** One answer as it was sent, or why it is none. */
export function readAnswer(raw: unknown, now: number): { kind: 'answer'; answer: ReadAnswer } | Rejected {
  const parsed = answerSchema.safeParse(raw);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const place = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path.join('.');
    return rejected(idOf(raw), 'bad-shape', place ?? '', issue?.message ?? 'expected an answer');
  }
  const { data } = parsed;
  if (data.answeredAt !== undefined && Date.parse(data.answeredAt) > now + aheadMs)
    return rejected(data.id, 'future', 'answeredAt', 'expected a time that is not more than a day ahead');
  // Draws and sittings are opened by the server and have the server's ids.
  if (data.draw !== undefined && !isUuid(data.draw))
    return rejected(data.id, 'unknown-draw', 'draw', 'this item has no such draw');
  if (data.sitting !== undefined && !isUuid(data.sitting))
    return rejected(data.id, 'unknown-sitting', 'sitting', 'no such sitting is open');
  return { kind: 'answer', answer: data };
}

export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/** When the browser says it was answered; advisory, so that a clock that was never set costs nobody an answer. */
export function advisoryTime(answeredAt: string | undefined): string | null {
  const at = answeredAt === undefined ? Number.NaN : Date.parse(answeredAt);
  return at >= earliest ? new Date(at).toISOString() : null;
}

/** The id that was sent, so that the browser can find the answer that was refused; '' when there is none to speak of. */
function idOf(raw: unknown): string {
  if (raw === null || typeof raw !== 'object' || !('id' in raw)) return '';
  return typeof raw.id === 'string' && raw.id.length <= 64 ? raw.id : '';
}
