import { thisSession } from '@/lib/auth/this-request';
import { practiceCallLimit, practiceLog, submitPractice } from '@/lib/practice/submit-practice';
import { limited } from '@/lib/server/limited';

/** A practice of one's own: where it is, and until when. */
export async function POST(request: Request): Promise<Response> {
  const session = await thisSession();
  const body = await request.json().catch(() => undefined);
  return limited(practiceCallLimit(), session, () => submitPractice(session, body));
}

/** What was asked of it. */
export async function GET(request: Request): Promise<Response> {
  const session = await thisSession();
  const item = new URL(request.url).searchParams.get('item') ?? '';
  return limited(practiceCallLimit(), session, () => practiceLog(session, item));
}
