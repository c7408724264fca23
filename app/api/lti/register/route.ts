import { refused } from '@/lib/lti/launch';
import { refusalPage } from '@/lib/lti/refusal-page';
import { registeredPage, registerPlatform } from '@/lib/lti/register-platform';
import { sentFields, thisCall } from '@/lib/lti/this-call';
import { reachOutside } from '@/lib/outside/reach';

/** A platform's administrator has opened the address that ours made: the two get to know each other. */
export async function GET(request: Request): Promise<Response> {
  const call = await thisCall(request);
  if (call.isTooMany) return refusalPage(refused('too-many'), call.locale);
  const {
    invitation = '',
    openid_configuration: configurationUrl = '',
    registration_token: token,
  } = await sentFields(request);
  const tool = { ...call.tool, name: call.siteName, description: call.siteName };
  const result = await registerPlatform({ invitation, configurationUrl, token }, tool, await reachOutside());
  if (result.kind === 'refused') return refusalPage(result, call.locale);
  return registeredPage(result.name, result.takesAny, call.locale);
}

/** Whoever looks ahead registers nothing. */
export function HEAD(): Response {
  return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
}
