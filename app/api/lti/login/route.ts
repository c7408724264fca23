import { answerLogin } from '@/lib/lti/calls';
import { refused } from '@/lib/lti/launch';
import { refusalPage } from '@/lib/lti/refusal-page';
import { sentFields, thisCall } from '@/lib/lti/this-call';

/** A platform begins a launch. It may come by either method (OIDC Core §4). */
async function answer(request: Request): Promise<Response> {
  const call = await thisCall(request);
  if (call.isTooMany) return refusalPage(refused('too-many'), call.locale);
  return answerLogin(await sentFields(request), call);
}

export { answer as GET, answer as POST };
