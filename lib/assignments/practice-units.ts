import type { Assignment } from '@/lib/attempts/assignment';
import type { MovedIds } from '@/lib/curriculum/moved-ids';

/** A lesson to be completed, or an item to be right: what practice is counted by. */
export type PracticeUnit = {
  /** As it is called today: `tcp-tls/handshakes`, or an item's id. */
  readonly id: string;
  readonly kind: 'lesson' | 'item';
  /** Each check with every id under which its answers may be stored. */
  readonly checks: readonly (readonly string[])[];
  /** Of a lesson: every address under which Done may have been pressed. */
  readonly lessons: readonly string[];
};

/**
 * What a learner has to do. A lesson's checks are those it had when it was set: what was added since is not asked for, and what was taken out
 * since is asked of nobody.
 */
export function practiceUnits(
  { selection, frozen }: Pick<Assignment, 'selection' | 'frozen'>,
  ids: MovedIds,
): PracticeUnit[] {
  if (selection.kind !== 'work') return [];
  const taught = frozen.filter(({ item }) => ids.item(item));
  const storedIds = (item: string) => ids.storedIds(ids.currentId(item));
  const lessons = selection.lessons.flatMap((lesson): PracticeUnit[] => {
    const now = ids.lesson(lesson);
    if (!now) return [];
    const checks = taught.filter(({ item }) => item.startsWith(`${lesson}/`) && !selection.items.includes(item));
    return [
      {
        id: now.id,
        kind: 'lesson',
        checks: checks.map(({ item }) => storedIds(item)),
        lessons: ids.storedLessons(now.id),
      },
    ];
  });
  const items = taught
    .filter(({ item }) => selection.items.includes(item))
    .map(
      ({ item }): PracticeUnit => ({ id: ids.currentId(item), kind: 'item', checks: [storedIds(item)], lessons: [] }),
    );
  return [...lessons, ...items];
}
