import type { OfflineList } from '@/lib/offline/offline-list';
import { NEWER, RECORD, readSavedName, SAVED_AT } from '@/lib/offline/saved-name';

/** A path in one language, whole, on this device. */
export type SavedCopy = {
  /** Of its cache. */
  readonly name: string;
  readonly list: OfflineList;
  /** ISO 8601. */
  readonly savedAt: string;
  /** The server has another version by now, as far as this device has heard. */
  readonly isStale: boolean;
};

/** All whole copies, the latest first. A cache without its record was left half-made and is not one of them. */
export async function savedCopies(): Promise<SavedCopy[]> {
  const names = (await caches.keys()).filter((name) => readSavedName(name) !== null);
  const copies = await Promise.all(names.map(savedCopy));
  return copies.filter((copy) => copy !== null).sort((one, other) => (one.savedAt < other.savedAt ? 1 : -1));
}

async function savedCopy(name: string): Promise<SavedCopy | null> {
  const cache = await caches.open(name);
  const record = await cache.match(RECORD);
  if (!record) return null;
  const list: OfflineList = await record.json();
  const newer = await cache.match(NEWER);
  return { name, list, savedAt: record.headers.get(SAVED_AT) ?? '', isStale: newer !== undefined };
}
