import { requestOrigin } from '@/components/ui/request-origin';
import { calendarOf, dueDatesOf } from '@/lib/assignments/calendar-store';
import { dueCalendar } from '@/lib/assignments/due-calendar';
import { isLocale } from '@/lib/words/locale';

type Props = { params: Promise<{ file: string }> };

/** GET /api/assignments/calendar/{token}.ics: whoever has the address may read it. `?lang=zh` asks for the other language. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { file } = await params;
  const found = file.endsWith('.ics') ? await calendarOf(file.slice(0, -4)) : undefined;
  if (!found)
    return Response.json(
      { error: { code: 'not-found', message: 'There is no calendar at this address.' } },
      { status: 404, headers: { 'cache-control': 'no-store' } },
    );
  const asked = new URL(request.url).searchParams.get('lang') ?? '';
  const calendar = dueCalendar({
    dues: await dueDatesOf(found.learnerId),
    locale: isLocale(asked) ? asked : found.locale,
    origin: await requestOrigin(),
    now: new Date(),
  });
  return new Response(calendar, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="assignments.ics"',
      'cache-control': 'private, max-age=300',
      'x-robots-tag': 'noindex',
    },
  });
}
