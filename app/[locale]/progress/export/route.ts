import { thisSession } from '@/lib/auth/this-request';
import { exportLearner } from '@/lib/progress/export-learner';

/** Everything that is kept about this learner, as a file; sent as it is read. */
export async function GET(): Promise<Response> {
  const session = await thisSession();
  if (!session) return Response.json({ error: { code: 'no-session', message: 'expected a learner' } }, { status: 401 });
  const pieces = exportLearner(session.learnerId);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="handrail-my-data.json"',
      'cache-control': 'no-store',
    },
  });
}
