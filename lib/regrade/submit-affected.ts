import { itemVersion, secretFormOf } from '@/lib/attempts/known-version';
import type { Curriculum } from '@/lib/curriculum/curriculum';
import { keyDigest } from '@/lib/quiz/question-version';
import { countAnswersTo } from '@/lib/regrade/candidate-store';
import type { Target } from '@/lib/regrade/regrade';
import { regrade } from '@/lib/regrade/submit-regrade';
import { allWordings, type KnownWording } from '@/lib/regrade/target-store';
import { targetsOfEarlier, targetWith } from '@/lib/regrade/targets';

/** A question or task that was edited after it was answered. */
export type Affected = {
  readonly item: string;
  /** `key`: it grades otherwise and looks the same. `wording`: it looks otherwise; earlier answers keep the key they were given under. */
  readonly edit: 'key' | 'wording';
  readonly answers: number;
  readonly learners: number;
  /** Grades that would change, and of how many learners: by `handrail regrade`, of an edited wording by `handrail regrade --earlier`. */
  readonly better: number;
  readonly worse: number;
  readonly learnersChanged: number;
  /** What changed in the key. */
  readonly reason: readonly string[];
};

/** `version` null: whatever it looked like. */
type Edited = Pick<Affected, 'item' | 'edit'> & {
  readonly version: string | null;
  readonly targets: readonly Target[];
};

/** Who has answered what is edited in this curriculum and not published yet. Changes nothing. */
export async function affectedBy(taught: Curriculum): Promise<Affected[]> {
  const items = [...taught.items()];
  const wordings = new Map<string, KnownWording[]>();
  for (const wording of await allWordings(items.map(({ id }) => id)))
    wordings.set(wording.item, [...(wordings.get(wording.item) ?? []), wording]);

  const edited = items.flatMap((item): Edited[] => {
    const known = wordings.get(item.id);
    if (!known) return [];
    const [version, form] = [itemVersion(item), secretFormOf(item)];
    const same = known.find((wording) => wording.version === version);
    const newest = same?.keys.at(-1);
    if (same && newest && keyDigest(newest.form) === keyDigest(form)) return [];
    const target = same && targetWith(same, form);
    if (target) return [{ item: item.id, edit: 'key', version, targets: [target] }];
    if (same) return [];
    const now = { item: item.id, version, keys: [{ item: item.id, version, keyRevision: 1, form }] };
    const { targets } = targetsOfEarlier([...known, now]);
    return [{ item: item.id, edit: 'wording', version: null, targets }];
  });

  const counts = await countAnswersTo(edited.map(({ item }) => item));
  const affected: Affected[] = [];
  for (const { item, edit, version, targets } of edited) {
    const own = counts.find((count) => count.item === item && count.version === version);
    if (!own) continue;
    const { answers, learners } = own;
    affected.push({ item, edit, answers, learners, ...(await changesBy(targets)) });
  }
  return affected;
}

async function changesBy(
  targets: readonly Target[],
): Promise<Omit<Affected, 'item' | 'edit' | 'answers' | 'learners'>> {
  const { summaries, changes } = await regrade({ targets });
  return {
    better: summaries.reduce((sum, { better }) => sum + better, 0),
    worse: summaries.reduce((sum, { worse }) => sum + worse, 0),
    learnersChanged: new Set(changes.map(({ learnerId }) => learnerId)).size,
    reason: [...new Set(targets.flatMap(({ older }) => [...older.values()].flat()))],
  };
}
