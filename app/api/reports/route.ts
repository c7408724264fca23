import { isKnownTo } from '@/lib/attempts/known-item';
import { thisSession } from '@/lib/auth/this-request';
import { onlyOne } from '@/lib/only-one';
import { submitReport } from '@/lib/reports/submit-report';
import { TokenBuckets } from '@/lib/server/token-bucket';

const reportLimit = () => onlyOne('report-limit', () => new TokenBuckets({ burst: 10, perMinute: 10 }));

/** "Something wrong?" and "I'm stuck". */
export async function POST(request: Request): Promise<Response> {
  const session = await thisSession();
  const wait = session ? reportLimit().take(session.learnerId, 1, performance.now()) : 0;
  const noStore = { 'cache-control': 'no-store' };
  if (wait > 0) {
    const error = { code: 'too-many', message: `Expected a pause of ${wait} seconds between so many reports.` };
    return Response.json({ error }, { status: 429, headers: { ...noStore, 'retry-after': String(wait) } });
  }
  const { status, body } = await submitReport(session, await request.json().catch(() => undefined), isKnownTo);
  return Response.json(body, { status, headers: noStore });
}
