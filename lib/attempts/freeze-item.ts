import type { KnownVersion } from '@/lib/attempts/known-version';
import type { FrozenItem } from '@/lib/attempts/sitting';
import { drawFor } from '@/lib/attempts/submit-draws';

/** An item as a sitting asks it: its version, the key it is graded by, and the learner's own numbers. */
export async function freezeItem(learnerId: string, known: KnownVersion, sittingId: string): Promise<FrozenItem> {
  const { item, version, keyRevision } = known;
  const draw = await drawFor(learnerId, item, version, sittingId);
  return { item, version, keyRevision, draw: draw?.id ?? null };
}
