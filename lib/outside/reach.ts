import { env } from '@/lib/env';
import type { Reach } from '@/lib/outside/call-outside';
import { settings } from '@/lib/settings/setting-store';

/** Where this installation lets itself be led by others: in development anywhere, else to public servers, and to the school's own if it is set so. */
export async function reachOutside(): Promise<Reach> {
  if (env().NODE_ENV !== 'production') return { plainHttp: true, privateAddresses: true };
  const { privateSystems } = await settings();
  return { plainHttp: false, privateAddresses: privateSystems === 'allowed' };
}
