import { z } from 'zod';
import type { SessionClaims } from '@/lib/auth/session-token';
import { errorCode } from '@/lib/db/error-code';
import { jsonBytes } from '@/lib/db/json-bytes';
import { keepReport } from '@/lib/reports/report-store';
import { locales } from '@/lib/words/locale';

/** A little more than the longest answer in words; a lab's log is longer and is cut by the page. */
const mostStateBytes = 16 * 1024;

const schema = z
  .strictObject({
    id: z.uuid(),
    item: z.string().max(250),
    version: z.string().regex(/^[0-9a-f]{16}$/, 'expected 16 hexadecimal digits'),
    kind: z.enum(['wrong', 'stuck']),
    text: z.string().trim().max(2_000),
    state: z.unknown(),
    locale: z.enum(locales),
  })
  .refine(({ kind, text }) => kind === 'stuck' || text !== '', {
    path: ['text'],
    message: 'expected a sentence that says what is wrong',
  });

export type ReportReply =
  | { status: 200; body: { id: string } }
  | { status: 400 | 401 | 404 | 413 | 429; body: { error: { code: string; message: string; field?: string } } };

/** POST /api/reports: "something is wrong" or "I am stuck", with what stood on the screen, about an item that its writer may know of. */
export async function submitReport(
  session: Pick<SessionClaims, 'learnerId'> | null,
  body: unknown,
  isKnownTo: (learnerId: string, item: string) => Promise<boolean>,
): Promise<ReportReply> {
  if (!session) return refused(401, 'no-session', 'Only who is signed in, or a guest, can report.');
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refused(400, 'bad-shape', issue?.message ?? 'expected a report', issue?.path.join('.'));
  }
  const report = parsed.data;
  if (jsonBytes(report.state) > mostStateBytes)
    return refused(413, 'too-large', `expected at most ${mostStateBytes / 1024} KiB`, 'state');
  if (!(await isKnownTo(session.learnerId, report.item)))
    return refused(404, 'unknown-item', 'there is no such question or task');
  try {
    const kept = await keepReport(session.learnerId, report);
    if (kept === 'full') return refused(429, 'too-many', 'Enough reports for one day; the ones sent were kept.');
    return { status: 200, body: { id: report.id } };
  } catch (error) {
    // Text that PostgreSQL cannot hold: a NUL, half a surrogate pair.
    if (errorCode(error)?.startsWith('22')) return refused(400, 'bad-shape', 'expected text in Unicode');
    throw error;
  }
}

function refused(
  status: Exclude<ReportReply['status'], 200>,
  code: string,
  message: string,
  field?: string,
): ReportReply {
  return { status, body: { error: { code, message, ...(field ? { field } : {}) } } };
}
