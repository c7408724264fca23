import { badgeFile } from '@/lib/certificates/badge-file';
import { isLocale } from '@/lib/words/locale';

/** A certificate as an Open Badges 3.0 file: the signed token in a JSON envelope. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('locale') ?? '';
  const locale = isLocale(asked) ? asked : 'en';
  const file = await badgeFile((await params).id, 'json', locale);
  if (file === null) {
    const error = { code: 'not-found', message: 'There is no valid certificate at this address.' };
    return Response.json({ error }, { status: 404, headers: { 'cache-control': 'no-store' } });
  }
  return new Response(file, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="badge.json"',
      'cache-control': 'no-store',
      // Wallets and validators fetch it from their own pages.
      'access-control-allow-origin': '*',
    },
  });
}
