import { type MovedIds, nothingMoved } from '@/lib/curriculum/moved-ids';
import type { Target } from '@/lib/regrade/regrade';
import { allWordings, type KnownWording, rekeyedWordings } from '@/lib/regrade/target-store';
import { targetOf, targetsOfEarlier } from '@/lib/regrade/targets';

export type Targets = {
  readonly targets: readonly Target[];
  /** Named, and never asked. */
  readonly unknown: readonly string[];
  /** Earlier wordings that today's key cannot judge. */
  readonly incomparable: readonly KnownWording[];
};

/**
 * What is to be graded again, by what was published: every wording whose key was edited after it was answered, of these items or of all; with
 * `earlier` also what the named items asked before in other words. Answers from before an item moved are found under its old ids.
 */
export async function targetsFor(
  items: readonly string[],
  earlier: boolean,
  ids: MovedIds = nothingMoved,
): Promise<Targets> {
  if (items.length === 0)
    return { targets: (await rekeyedWordings(null)).flatMap(orNone), unknown: [], incomparable: [] };
  const byItem = new Map<string, KnownWording[]>(items.map((item) => [item, []]));
  for (const item of items) {
    const stored = ids.storedIds(item);
    // What it asked under its old ids comes before what it asks now.
    const own = await allWordings(stored);
    byItem.set(
      item,
      own.sort((a, b) => stored.indexOf(b.item) - stored.indexOf(a.item)),
    );
  }
  const targets: Target[] = [];
  const incomparable: KnownWording[] = [];
  const unknown = [...byItem].flatMap(([item, wordings]) => (wordings.length === 0 ? [item] : []));
  for (const wordings of byItem.values()) {
    if (!earlier) targets.push(...wordings.flatMap(orNone));
    else {
      const of = targetsOfEarlier(wordings);
      targets.push(...of.targets, ...of.incomparable.flatMap(orNone), ...wordings.slice(-1).flatMap(orNone));
      incomparable.push(...of.incomparable);
    }
  }
  return { targets, unknown, incomparable };
}

function orNone(wording: KnownWording): Target[] {
  const target = targetOf(wording);
  return target ? [target] : [];
}
