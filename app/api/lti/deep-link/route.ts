import { answerDeepLink } from '@/lib/lti/calls';
import { thisCall } from '@/lib/lti/this-call';

/** What was chosen for a course, from the page of ours in the platform's frame. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => new FormData());
  return answerDeepLink(form, await thisCall(request));
}
