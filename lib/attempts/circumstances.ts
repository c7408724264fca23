import type { StoredAttempt } from '@/lib/attempts/attempt';
import { drawnVersion } from '@/lib/attempts/drawn-version';
import type { KnownVersion } from '@/lib/attempts/known-version';
import { findSitting, type SittingRead } from '@/lib/attempts/sitting-store';
import type { Versions } from '@/lib/attempts/submit-versions';

/** What an attempt was graded by, with its learner's numbers, and the run it was given in. */
export type Circumstances = { known: KnownVersion | undefined; run: SittingRead | null };

export async function circumstancesOf(attempt: StoredAttempt, versions: Versions): Promise<Circumstances> {
  const [known, run] = await Promise.all([
    versions.exact(attempt.item, attempt.version, attempt.keyRevision),
    attempt.sitting === null ? null : findSitting(attempt.learnerId, attempt.sitting),
  ]);
  const drawn = known && (await drawnVersion(attempt.learnerId, known, attempt.draw ?? undefined));
  return { known: drawn, run: run ?? null };
}
