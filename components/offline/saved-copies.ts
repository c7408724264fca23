import type { OfflineList } from '@/lib/offline/offline-list';
import { BEGUN, NEWER, RECORD, readSavedName, SAVED_AT } from '@/lib/offline/saved-name';

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
  const copies = await Promise.all((await savedNames()).map(savedCopy));
  return copies.filter((copy) => copy !== null).sort((one, other) => (one.savedAt < other.savedAt ? 1 : -1));
}

/** The lists of copies that were begun and are not whole. */
export async function begunCopies(): Promise<OfflineList[]> {
  const lists = await Promise.all((await savedNames()).map(begunCopy));
  return lists.filter((list) => list !== null);
}

/** Remembers, also for when there is no network, whether the server has another version than this copy. */
export async function noteNewer({ name, list }: SavedCopy, served: OfflineList): Promise<void> {
  const cache = await caches.open(name);
  if (served.version === list.version) await cache.delete(NEWER);
  else await cache.put(NEWER, new Response(served.version));
}

async function savedNames(): Promise<string[]> {
  return (await caches.keys()).filter((name) => readSavedName(name) !== null);
}

async function savedCopy(name: string): Promise<SavedCopy | null> {
  const cache = await caches.open(name);
  const record = await cache.match(RECORD);
  if (!record) return null;
  const list: OfflineList = await record.json();
  const newer = await cache.match(NEWER);
  return { name, list, savedAt: record.headers.get(SAVED_AT) ?? '', isStale: newer !== undefined };
}

async function begunCopy(name: string): Promise<OfflineList | null> {
  const cache = await caches.open(name);
  const [record, begun] = await Promise.all([cache.match(RECORD), cache.match(BEGUN)]);
  return record || !begun ? null : begun.json();
}
