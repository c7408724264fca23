import { thisSession } from '@/lib/auth/this-request';
import { exportLearner } from '@/lib/progress/export-learner';

/** Everything that is kept about this learner's learning, as a file. */
export async function GET(): Promise<Response> {
  const session = await thisSession();
  if (!session) return Response.json({ error: { code: 'no-session', message: 'expected a learner' } }, { status: 401 });
  return new Response(JSON.stringify(await exportLearner(session.learnerId), null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="handrail-my-data.json"',
      'cache-control': 'no-store',
    },
  });
}
