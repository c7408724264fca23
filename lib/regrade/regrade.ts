import type { AttemptDetail } from '@/lib/attempts/attempt';
import type { KnownVersion, SecretForm } from '@/lib/attempts/known-version';

/** A version some of whose answers count by an older key than the one they should be graded by. */
export type Target = {
  /** The key to grade by. */
  readonly key: KnownVersion;
  /** Older keys of the same version that grade otherwise, by revision, each with what changed since. */
  readonly older: ReadonlyMap<number, readonly string[]>;
  /** Every key of the version, by revision: a draw's numbers come from the one it was drawn by. */
  readonly forms: ReadonlyMap<number, SecretForm>;
  /** The key is not written down yet: it is what is in the folder, or today's laid over an earlier wording. */
  readonly isNew: boolean;
};

/** An answer whose grade that counts was given by an older key. */
export type Candidate = {
  readonly learnerId: string;
  readonly id: string;
  readonly item: string;
  readonly version: string;
  readonly keyRevision: number;
  readonly response: unknown;
  readonly earned: number;
  readonly possible: number;
  readonly draw: { readonly seed: string; readonly keyRevision: number } | null;
  /** A person has graded it: that stands. */
  readonly isByPerson: boolean;
  readonly learner: string | null;
};

type Points = { readonly earned: number; readonly possible: number };

/** The grade an answer gets by the newer key, beside the one that counts now. */
export type NewGrade = {
  readonly learnerId: string;
  /** As they are called; null for a guest. */
  readonly learner: string | null;
  readonly attemptId: string;
  readonly item: string;
  readonly version: string;
  readonly fromRevision: number;
  readonly keyRevision: number;
  readonly from: Points;
  readonly to: Points;
  readonly detail: AttemptDetail;
  /** What changed in the key. */
  readonly reason: readonly string[];
};

/** Why an answer keeps its grade: a person gave it, its numbers are not those the newer key draws, or that key cannot judge it. */
export type Kept = 'by-a-person' | 'other-numbers' | 'cannot-be-judged';

export type Regraded =
  | { readonly kind: 'graded'; readonly grade: NewGrade }
  | { readonly kind: 'kept'; readonly why: Kept };

export function share({ earned, possible }: Points): number {
  return possible > 0 ? earned / possible : 0;
}

export function isChanged({ from, to }: NewGrade): boolean {
  return share(from) !== share(to);
}
