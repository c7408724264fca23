import type { KnownVersion, SecretForm } from '@/lib/attempts/known-version';
import { keyChanges } from '@/lib/regrade/grading-key';
import { keyForEarlier } from '@/lib/regrade/key-for-earlier';
import type { Target } from '@/lib/regrade/regrade';
import type { KnownWording } from '@/lib/regrade/target-store';

/** What the answers to one wording should be graded by; undefined when every key of it that was used grades as the newest one does. */
export function targetOf(wording: KnownWording): Target | undefined {
  const newest = wording.keys.at(-1);
  return newest && targetBy(newest, wording.keys.slice(0, -1), false);
}

/** The same, with a key that is not written down yet as the newest. */
export function targetWith(wording: KnownWording, form: SecretForm): Target | undefined {
  const newest = wording.keys.at(-1);
  if (!newest) return undefined;
  return targetBy({ ...newest, keyRevision: newest.keyRevision + 1, form }, wording.keys, true);
}

/**
 * Today's key for the answers to earlier wordings, as far as it can judge them. `wordings`: all of one item, the one that is asked now last.
 */
export function targetsOfEarlier(wordings: readonly KnownWording[]): {
  targets: Target[];
  incomparable: KnownWording[];
} {
  const targets: Target[] = [];
  const incomparable: KnownWording[] = [];
  const now = wordings.at(-1)?.keys.at(-1);
  for (const wording of wordings.slice(0, -1)) {
    const last = wording.keys.at(-1);
    const form = now && last && keyForEarlier(last.form, now.form);
    if (!form) incomparable.push(wording);
    // One that was laid over it before grades alike: then only answers by the keys before that are left.
    const target = form && (keyChanges(last.form, form).length > 0 ? targetWith(wording, form) : targetOf(wording));
    if (target) targets.push(target);
  }
  return { targets, incomparable };
}

function targetBy(key: KnownVersion, before: readonly KnownVersion[], isNew: boolean): Target | undefined {
  const older = new Map(
    before.flatMap(({ keyRevision, form }) => {
      const changes = keyChanges(form, key.form);
      return changes.length > 0 ? [[keyRevision, changes] as const] : [];
    }),
  );
  if (older.size === 0) return undefined;
  return { key, older, forms: new Map([...before, key].map(({ keyRevision, form }) => [keyRevision, form])), isNew };
}
