import type { MovedIds } from '@/lib/curriculum/moved-ids';
import type { Door } from '@/lib/progress/door';
import type { Place } from '@/lib/progress/progress';

/** Places under what lessons are called today: of two of one lesson where it was open last, and Done if it was pressed at either. */
export function currentPlaces(places: readonly Place[], ids: MovedIds): readonly Place[] {
  if (ids.isEmpty) return places;
  const merged = new Map<string, Place>();
  for (const place of places) {
    const lesson = ids.currentLesson(place.lesson);
    const other = merged.get(lesson);
    const latest = other && other.at > place.at ? other : place;
    merged.set(lesson, { ...latest, lesson, doneAt: other?.doneAt ?? place.doneAt });
  }
  return [...merged.values()];
}

/** What was asked and was right at a door, under today's names. */
export function currentDoors(doors: readonly Door[], ids: MovedIds): readonly Door[] {
  if (ids.isEmpty) return doors;
  const now = (item: string) => ids.currentId(item);
  return doors.map(({ lesson, asked, right }) => ({
    lesson: ids.currentLesson(lesson),
    asked: asked.map(now),
    right: right.map(now),
  }));
}
