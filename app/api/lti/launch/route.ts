import { answerLaunch } from '@/lib/lti/calls';
import { refused } from '@/lib/lti/launch';
import { refusalPage } from '@/lib/lti/refusal-page';
import { sentFields, thisCall } from '@/lib/lti/this-call';

/** The platform's signed word, posted by the reader's browser. */
export async function POST(request: Request): Promise<Response> {
  const call = await thisCall(request);
  if (call.isTooMany) return refusalPage(refused('too-many'), call.locale);
  // Browsers that do not say where it goes are taken to show a frame: its button works in a window too.
  return answerLaunch(await sentFields(request), call, request.headers.get('sec-fetch-dest') === 'document');
}
