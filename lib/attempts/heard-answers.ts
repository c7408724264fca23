import { onlyOne } from '@/lib/only-one';

type Listener = (learnerIds: Iterable<string>) => void;

const listeners = () => onlyOne('heard-answers', () => new Set<Listener>());

/** Hears whose answers this process has just stored, after their COMMIT. Returns what ends it. A listener only notes; it does no work. */
export function hearAnswers(listener: Listener): () => void {
  listeners().add(listener);
  return () => void listeners().delete(listener);
}

export function tellAnswers(rows: readonly { readonly learnerId: string }[]): void {
  for (const listener of listeners()) listener(rows.map(({ learnerId }) => learnerId));
}
