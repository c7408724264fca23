import { type SavedCopy, savedCopies } from '@/components/offline/saved-copies';
import { readSavedName } from '@/lib/offline/saved-name';

type Held = { readonly names: string; readonly copies: readonly SavedCopy[]; readonly addresses: ReadonlySet<string> };

let held: Held | undefined;

/** What is kept now. The names of the caches say whether anything has changed; only then are the lists read again. */
export async function keptAddresses(): Promise<Held> {
  const names = (await caches.keys()).filter((name) => readSavedName(name) !== null).join(' ');
  // A copy in the making has its name before it is whole: as long as one is missing, the lists are read each time.
  const isWhole = held?.names === names && held.copies.length === names.split(' ').filter(Boolean).length;
  if (held && isWhole) return held;
  const copies = await savedCopies();
  const addresses = new Set(copies.flatMap(({ list }) => list.files.map(({ address }) => address)));
  held = { names, copies, addresses };
  return held;
}

/** The kept answer for an address, from the latest copy that has it. */
export async function keptResponse(address: string): Promise<Response | undefined> {
  const { copies } = await keptAddresses();
  for (const { name, list } of copies) {
    if (!list.files.some((file) => file.address === address)) continue;
    const kept = await (await caches.open(name)).match(address);
    if (kept) return kept;
  }
  return undefined;
}
