import { itemVersion, secretFormOf } from '@/lib/attempts/known-version';
import type { Item } from '@/lib/curriculum/lesson';
import { keyDigest } from '@/lib/quiz/question-version';
import type { Target } from '@/lib/regrade/regrade';
import type { KnownWording } from '@/lib/regrade/target-store';
import { targetsOfEarlier, targetWith } from '@/lib/regrade/targets';

/** A question or task that says otherwise than when it was last asked. */
export type Edited = {
  readonly item: string;
  /** `key`: it grades otherwise and looks the same. `wording`: it looks otherwise; earlier answers keep the key they were given under. */
  readonly edit: 'key' | 'wording';
  /** The version whose answers are concerned; null: whatever it looked like. */
  readonly version: string | null;
  readonly targets: readonly Target[];
};

/** Which of these items were edited since they were asked, by what is known of them. Where only words beside a key were, none was. */
export function editedItems(items: readonly Item[], known: readonly KnownWording[]): Edited[] {
  const wordings = new Map<string, KnownWording[]>();
  for (const wording of known) wordings.set(wording.item, [...(wordings.get(wording.item) ?? []), wording]);
  return items.flatMap((item): Edited[] => {
    const own = wordings.get(item.id);
    if (!own) return [];
    const [version, form] = [itemVersion(item), secretFormOf(item)];
    const same = own.find((wording) => wording.version === version);
    const newest = same?.keys.at(-1);
    if (same && newest && keyDigest(newest.form) === keyDigest(form)) return [];
    const target = same && targetWith(same, form);
    if (target) return [{ item: item.id, edit: 'key', version, targets: [target] }];
    if (same) return [];
    const now = { item: item.id, version, keys: [{ item: item.id, version, keyRevision: 1, form }] };
    const { targets } = targetsOfEarlier([...own, now]);
    return [{ item: item.id, edit: 'wording', version: null, targets }];
  });
}
