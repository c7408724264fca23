import { ownItemId } from '@/lib/assignments/own-question';
import { taughtTo } from '@/lib/assignments/taught-to';
import type { KnownVersion } from '@/lib/attempts/known-version';
import type { Classroom } from '@/lib/classes/classroom';
import type { Item } from '@/lib/curriculum/lesson';
import { hasHoles } from '@/lib/quiz/public-hole';
import { toPublicQuestion } from '@/lib/quiz/public-question';

/**
 * Whether everybody can be asked it at the same time in class: a practice question, or one that was written for the class; not a task, not one
 * with numbers of one's own, and none that waits for an exam.
 */
export function canBePut(item: Item, isOwn: boolean): boolean {
  if (item.kind !== 'question') return false;
  if (item.question.use === 'assessed' && !isOwn) return false;
  return !hasHoles(toPublicQuestion(item.question));
}

/** What may be put to this class, as it is asked today; undefined: nothing of that name. */
export async function pushable(
  { id, paths }: Pick<Classroom, 'id' | 'paths'>,
  item: string,
): Promise<KnownVersion | undefined> {
  const taught = await taughtTo(id);
  const isOwn = taught.own.some((own) => ownItemId(own) === item);
  const found = [...taught.items].find((one) => one.id === item);
  if (!found || !canBePut(found, isOwn)) return undefined;
  if (!isOwn && paths.length > 0 && !paths.some((path) => item.startsWith(`${path}/`))) return undefined;
  return taught.current(item);
}
