import { assignmentsOf } from '@/lib/assignments/class-assignment-store';
import type { StoredAttempt } from '@/lib/attempts/attempt';
import { versions } from '@/lib/attempts/submit-versions';
import { movedIds } from '@/lib/curriculum/moved-ids';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { itemTitle } from '@/lib/gradebook/class-columns';
import type { Localized } from '@/lib/words/locale';

/** What these attempts answered, by item, and the assignments they were made in, by id. What is no longer taught is called by what was asked. */
export async function attemptTitles(
  classId: string,
  attempts: readonly StoredAttempt[],
): Promise<ReadonlyMap<string, Localized>> {
  const titles = new Map<string, Localized>();
  const ids = movedIds(await curriculum());
  const known = await versions();
  for (const { item, version, keyRevision } of attempts) {
    if (titles.has(item)) continue;
    const taught = ids.item(item);
    const form = taught ? undefined : (await known.exact(item, version, keyRevision))?.form;
    const asked = form?.kind === 'question' ? form.question.prompt : form?.task.title;
    titles.set(item, taught ? itemTitle(taught) : (asked ?? { en: item }));
  }
  if (attempts.some(({ assignment }) => assignment !== null))
    for (const { id, title } of await assignmentsOf(classId)) titles.set(id, title);
  return titles;
}
