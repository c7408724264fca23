import { isAskedOf } from '@/lib/attempts/sitting-store';
import { movedIds } from '@/lib/curriculum/moved-ids';
import { curriculum } from '@/lib/curriculum/read-curriculum';

/**
 * Whether a learner (null: nobody yet) may know of this item: of what everybody may practise, and of what a run of theirs asks, also when it
 * is taught no more, and by the ids it had before. An assessed question is otherwise as unknown as one that never was.
 */
export async function isKnownTo(learnerId: string | null, id: string): Promise<boolean> {
  const item = movedIds(await curriculum()).item(id);
  const isOpen = item !== undefined && (item.kind === 'task' || item.question.use === 'practice');
  return isOpen || (learnerId !== null && isAskedOf(learnerId, id));
}
