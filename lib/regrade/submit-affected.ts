import type { Curriculum } from '@/lib/curriculum/curriculum';
import { countAnswersTo } from '@/lib/regrade/candidate-store';
import { type Edited, editedItems } from '@/lib/regrade/edited-items';
import type { Target } from '@/lib/regrade/regrade';
import { regrade } from '@/lib/regrade/submit-regrade';
import { allWordings } from '@/lib/regrade/target-store';

/** A question or task that was edited after it was answered. */
export type Affected = Pick<Edited, 'item' | 'edit'> & {
  readonly answers: number;
  readonly learners: number;
  /** Grades that would change, and of how many learners: by `handrail regrade`, of an edited wording by `handrail regrade --earlier`. */
  readonly better: number;
  readonly worse: number;
  readonly learnersChanged: number;
  /** What changed in the key. */
  readonly reason: readonly string[];
};

/** Who has answered what is edited in this curriculum and not published yet. Changes nothing. */
export async function affectedBy(taught: Curriculum): Promise<Affected[]> {
  const items = [...taught.items()];
  const edited = editedItems(items, await allWordings(items.map(({ id }) => id)));
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
