import { type OfflineFile, type OfflineList, PUBLIC_HEADER, SAVING_HEADER } from '@/lib/offline/offline-list';
import { BEGUN, RECORD, readSavedName, SAVED_AT, savedName } from '@/lib/offline/saved-name';
import { isTag, tagOf } from './file-tag';
import { markedPage } from './marked-page';
import { SaveFault } from './save-fault';
import { type SavedCopy, savedCopies } from './saved-copies';

type Save = {
  readonly list: OfflineList;
  readonly signal: AbortSignal;
  /** Hears how many of the list's bytes are there. */
  readonly told: (bytes: number) => void;
};

/** Headers that a kept answer needs to behave as it did: its type and its policies. Nothing that speaks of one transfer or one visitor. */
const KEPT_HEADERS = [
  'content-type',
  'content-security-policy',
  'x-content-type-options',
  'referrer-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'permissions-policy',
  PUBLIC_HEADER,
];

const AT_ONCE = 4;

/**
 * Brings every file of the list into a cache of its own and writes the record last: a copy is whole or it is not there. An earlier copy stays
 * until then. What an interrupted saving left is taken up again, and what another copy holds is not fetched twice.
 */
export async function saveCopy(save: Save): Promise<void> {
  // Two tabs that save the same path take turns; the second finds it done.
  const { locale, path } = save.list;
  await navigator.locks.request(`handrail.saving/${locale}/${path}`, () => saveInTurn(save));
}

async function saveInTurn({ list, signal, told }: Save): Promise<void> {
  const name = savedName(list);
  const savedAt = new Date().toISOString();
  const others = await savedCopies();
  if (others.some((copy) => copy.name === name)) return forgetOthers(list, name);
  await assertRoom(list);
  const cache = await caches.open(name);
  await cache.put(BEGUN, json(list)).catch(onFullDisk);
  const there = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  let bytes = 0;
  const left = [...list.files];
  const work = async () => {
    for (let file = left.shift(); file && !signal.aborted; file = left.shift()) {
      if (!there.has(file.address)) {
        const kept = (await heldElsewhere(others, file)) ?? (await fetched(file, list, savedAt, signal));
        await cache.put(file.address, kept).catch(onFullDisk);
      }
      bytes += file.bytes;
      told(bytes);
    }
  };
  const ends = await Promise.allSettled(
    Array.from({ length: AT_ONCE }, () =>
      work().catch((error) => {
        // One worker's failure ends the others at their next file; none works on when this is over.
        left.length = 0;
        throw error;
      }),
    ),
  );
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
  if (signal.aborted) throw new SaveFault('stopped');
  await cache.put(RECORD, json(list, { [SAVED_AT]: savedAt })).catch(onFullDisk);
  await forgetOthers(list, name);
}

/** Takes a path's copy off this device, whole or half-made. */
export async function removeCopy({ locale, path }: Pick<OfflineList, 'locale' | 'path'>): Promise<void> {
  await forgetOthers({ locale, path }, '');
}

/** Removes every cache of this path and language but the one named. */
async function forgetOthers({ locale, path }: Pick<OfflineList, 'locale' | 'path'>, kept: string): Promise<void> {
  for (const name of await caches.keys()) {
    const read = readSavedName(name);
    if (name !== kept && read?.locale === locale && read.path === path) await caches.delete(name);
  }
}

async function assertRoom({ stored }: OfflineList): Promise<void> {
  const { quota = 0, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
  if (quota > 0 && quota - usage < stored) throw new SaveFault('full');
}

/** A file under an address of its own version, which another path or an earlier copy brought here. */
async function heldElsewhere(copies: readonly SavedCopy[], file: OfflineFile): Promise<Response | undefined> {
  if (!isImmutable(file)) return undefined;
  const holder = copies.find(({ list }) =>
    list.files.some(({ address, tag }) => address === file.address && tag === file.tag),
  );
  return holder && (await caches.open(holder.name)).match(file.address);
}

async function fetched(file: OfflineFile, list: OfflineList, savedAt: string, signal: AbortSignal): Promise<Response> {
  // Without cookies: whatever the server might tell one person, it cannot tell it here.
  const reply = await fetch(file.address, {
    credentials: 'omit',
    redirect: 'error',
    // What never changes under its address may come from the browser's own cache.
    cache: isImmutable(file) ? 'default' : 'no-cache',
    headers: { [SAVING_HEADER]: '1' },
    signal,
  }).catch(() => null);
  if (!reply) throw new SaveFault(signal.aborted ? 'stopped' : 'network');
  if (reply.status >= 500 || reply.status === 429) throw new SaveFault('network');
  if (reply.status !== 200 || !reply.headers.has(PUBLIC_HEADER)) throw new SaveFault('changed');
  const body = await reply.arrayBuffer().catch(() => null);
  if (!body) throw new SaveFault(signal.aborted ? 'stopped' : 'network');
  if (!isTag(file.tag, await tagOf(body))) throw new SaveFault('changed');
  const headers = new Headers();
  for (const header of KEPT_HEADERS) {
    const value = reply.headers.get(header);
    if (value !== null) headers.set(header, value);
  }
  const isPage = headers.get('content-type')?.startsWith('text/html');
  return new Response(isPage ? markedPage(body, file.address, list.locale, savedAt) : body, { headers });
}

function isImmutable({ address }: OfflineFile): boolean {
  return address.startsWith('/_next/static/');
}

function json(list: OfflineList, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(list), { headers: { 'content-type': 'application/json', ...headers } });
}

function onFullDisk(error: unknown): never {
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  throw isFull ? new SaveFault('full') : error;
}
