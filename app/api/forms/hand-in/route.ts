import { readHandInForm } from '@/lib/attempts/form-sitting';
import { submitHandIn } from '@/lib/attempts/sitting-reply';
import { thisSession } from '@/lib/auth/this-request';

/** Hands a sitting in by a plain form, and shows what came of it. */
export async function POST(request: Request): Promise<Response> {
  const sent = readHandInForm(await request.formData().catch(() => new FormData()));
  if (!sent)
    return Response.json({ error: { code: 'bad-shape', message: 'expected the form of a sitting' } }, { status: 400 });
  const { status, body } = await submitHandIn(await thisSession(), sent.sitting);
  if (status !== 200) return Response.json(body, { status });
  const headers = { location: `/${sent.locale}/sittings/${sent.sitting}`, 'cache-control': 'no-store' };
  return new Response(null, { status: 303, headers });
}
