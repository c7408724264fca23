import { z } from 'zod';
import { signIn } from '@/lib/auth/sign-in';
import { setCookies, thisVisit } from '@/lib/auth/this-request';
import { accountWords } from '@/lib/words/account';

const credentials = z.strictObject({
  login: z.string().max(1_000),
  password: z.string().max(10_000),
  forgetOnLeave: z.boolean(),
});

const noStore = { 'cache-control': 'no-store' };

/** Signs in without leaving the page: for who finds that their session has ended. The form at /sign-in is the same door. */
export async function POST(request: Request): Promise<Response> {
  const parsed = credentials.safeParse(await request.json().catch(() => null));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const message = issue?.message ?? 'expected login and password';
    return refused(400, 'bad-shape', message, String(issue?.path[0] ?? ''));
  }
  const result = await signIn(parsed.data, await thisVisit());
  if (result.kind === 'refused' || result.kind === 'suspended')
    return refused(401, result.kind, accountWords.en.faults[result.kind]);
  if (result.kind === 'overloaded') return refused(503, 'overloaded', accountWords.en.faults.overloaded);
  await setCookies(result.entry.cookies);
  const { learnerId } = result.entry.session;
  return Response.json({ id: learnerId, asksAboutGuest: result.entry.asksAboutGuest }, { headers: noStore });
}

function refused(status: number, code: string, message: string, field?: string): Response {
  const headers = status === 503 ? { ...noStore, 'retry-after': '2' } : noStore;
  return Response.json({ error: { code, message, ...(field ? { field } : {}) } }, { status, headers });
}
