import { thisSession } from '@/lib/auth/this-request';
import { exportLearner } from '@/lib/progress/export-learner';
import { exportSlots } from '@/lib/server/slots';
import { streamPieces } from '@/lib/server/stream-pieces';

/** Everything that is kept about this learner, as a file; sent as it is read. */
export async function GET(): Promise<Response> {
  const session = await thisSession();
  if (!session) return Response.json({ error: { code: 'no-session', message: 'expected a learner' } }, { status: 401 });
  const { learnerId } = session;
  const slots = exportSlots();
  if (!slots.take(learnerId)) {
    const error = { code: 'busy', message: 'One file at a time, and not many for all: try again in half a minute.' };
    return Response.json({ error }, { status: 503, headers: { 'cache-control': 'no-store', 'retry-after': '30' } });
  }
  return new Response(
    streamPieces(exportLearner(learnerId), () => slots.free(learnerId)),
    {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': 'attachment; filename="handrail-my-data.json"',
        'cache-control': 'no-store',
      },
    },
  );
}
