import { type OfflineList, offlineListAddress } from '@/lib/offline/offline-list';
import type { Locale } from '@/lib/words/locale';

/** The list that the server has now; `unlisted` when it has none (while lessons are being written), null when it cannot be asked. */
export async function servedList(locale: Locale, path: string): Promise<OfflineList | 'unlisted' | null> {
  const reply = await fetch(offlineListAddress(locale, path), { credentials: 'omit', cache: 'no-cache' }).catch(
    () => null,
  );
  if (reply?.status === 404) return 'unlisted';
  return reply?.ok ? reply.json() : null;
}
