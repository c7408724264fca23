import { accessToken, forgetToken } from '@/lib/lti/access-token';
import type { Platform } from '@/lib/lti/platform';
import type { Scope } from '@/lib/lti/scopes';
import { callOutside, type OutsideCall, type OutsideReply, type Reach } from '@/lib/outside/call-outside';

/** Calls a service of a platform with its leave; a token that it no longer takes is got anew once. */
export async function callService(
  platform: Platform,
  scope: Scope,
  call: OutsideCall,
  reach: Reach,
): Promise<OutsideReply> {
  const reply = await withToken(platform, scope, call, reach);
  if (reply.status !== 401) return reply;
  forgetToken(platform, scope);
  return withToken(platform, scope, call, reach);
}

async function withToken(platform: Platform, scope: Scope, call: OutsideCall, reach: Reach): Promise<OutsideReply> {
  const token = await accessToken(platform, scope, reach);
  return callOutside({ ...call, headers: { ...call.headers, authorization: `Bearer ${token}` } }, reach);
}
