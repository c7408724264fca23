import { createHash } from 'node:crypto';
import { itemLabel, lessonTitle, sortOf, type TreeItem } from '@/lib/assignments/work-tree';
import type { Assignment, FrozenCandidate } from '@/lib/attempts/assignment';
import type { Taught } from '@/lib/attempts/make-assignment';
import type { Curriculum } from '@/lib/curriculum/curriculum';
import type { Item } from '@/lib/curriculum/lesson';
import { movedIds } from '@/lib/curriculum/moved-ids';
import { inLocale, type Locale } from '@/lib/words/locale';

/** Of what is asked, in one short name: the same whenever the same is asked and graded alike. */
export function contentVersionOf(frozen: readonly FrozenCandidate[]): string {
  const parts = frozen.map(({ item, version, keyRevision }) => `${item} ${version} ${keyRevision}`).sort();
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12);
}

/** How many read otherwise today, or are graded by another key, or are not there any more. */
export function changedSince(frozen: readonly FrozenCandidate[], { current }: Pick<Taught, 'current'>): number {
  return frozen.filter(({ item, version, keyRevision }) => {
    const now = current(item);
    return now?.version !== version || now.keyRevision !== keyRevision;
  }).length;
}

export type AskedLine =
  | { readonly kind: 'item'; readonly label: string; readonly sort: TreeItem['sort']; readonly isGone: boolean }
  | { readonly kind: 'lesson'; readonly label: string; readonly address: string | undefined }
  | { readonly kind: 'draw'; readonly count: number; readonly from: number; readonly objective: string };

/** What an assignment asks, line by line, in today's words. */
export function askedLines(
  { selection, frozen }: Assignment,
  items: readonly Item[],
  curriculum: Curriculum,
  locale: Locale,
): AskedLine[] {
  const ids = movedIds(curriculum);
  const line = (id: string): AskedLine => {
    const item = ids.item(id) ?? items.find((one) => one.id === id);
    if (!item) return { kind: 'item', label: id, sort: 'practice', isGone: true };
    return { kind: 'item', label: itemLabel(item, locale), sort: sortOf(item), isGone: false };
  };
  switch (selection.kind) {
    case 'items':
      return selection.items.map(line);
    case 'each':
      return selection.objectives.map(({ objective, count }) => ({
        kind: 'draw',
        count,
        from: frozen.filter((one) => one.objective === objective).length,
        objective: objectiveSaid(objective, curriculum, locale),
      }));
    case 'work':
      return [
        ...selection.lessons.map((id): AskedLine => {
          const lesson = ids.lesson(id);
          return { kind: 'lesson', label: lesson ? lessonTitle(lesson, locale) : id, address: lesson?.id };
        }),
        ...selection.items.map(line),
      ];
  }
}

function objectiveSaid(id: string, curriculum: Curriculum, locale: Locale): string {
  const [lesson = '', local] = id.split('#');
  const found = movedIds(curriculum).lesson(lesson);
  const objective = found?.objectives.find((one) => one.id === local);
  return objective ? inLocale(objective.text, locale) : id;
}
