import { answerOpen } from '@/lib/lti/calls';
import { sentFields, thisCall } from '@/lib/lti/this-call';

/** The window of a launch. */
export async function GET(request: Request): Promise<Response> {
  const { ticket = '' } = await sentFields(request);
  return answerOpen(ticket, await thisCall(request));
}

/** Whoever looks ahead opens nothing: a ticket is good once. */
export function HEAD(): Response {
  return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
}
