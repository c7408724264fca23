import { submitGiveUp } from '@/lib/attempts/submit-help';
import { thisSession } from '@/lib/auth/this-request';
import { helpLimit } from '@/lib/server/help-limit';
import { limited } from '@/lib/server/limited';

/** The solution, written down and then told. */
export async function POST(request: Request): Promise<Response> {
  const session = await thisSession();
  return limited(helpLimit(), session, async () => submitGiveUp(session, await request.json().catch(() => undefined)));
}
