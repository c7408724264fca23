import { submitSitting } from '@/lib/attempts/sitting-reply';
import { thisSession } from '@/lib/auth/this-request';
import { limited } from '@/lib/server/limited';
import { sittingLimit } from '@/lib/server/sitting-limit';

/** Opens a graded or timed run of a quiz, or a lesson's door. */
export async function POST(request: Request): Promise<Response> {
  const session = await thisSession();
  return limited(sittingLimit(), session, async () =>
    submitSitting(session, await request.json().catch(() => undefined)),
  );
}
