import { type OwnQuestion, ownItem, ownItemId } from '@/lib/assignments/own-question';
import { ownQuestionsOf } from '@/lib/assignments/own-question-store';
import { itemVersion, type KnownVersion, secretFormOf } from '@/lib/attempts/known-version';
import type { Taught } from '@/lib/attempts/make-assignment';
import { versions } from '@/lib/attempts/submit-versions';
import { registerForms } from '@/lib/attempts/version-store';
import type { Curriculum } from '@/lib/curriculum/curriculum';
import { curriculum } from '@/lib/curriculum/read-curriculum';

/** Everything a class may be asked today: what is taught, and what was written for it. Its versions are written down by then. */
export type TaughtTo = Taught & { readonly curriculum: Curriculum; readonly own: readonly OwnQuestion[] };

export async function taughtTo(classId: string): Promise<TaughtTo> {
  const [taught, known, all] = await Promise.all([curriculum(), versions(), ownQuestionsOf(classId)]);
  const own = all.filter(({ removedAt }) => removedAt === null);
  const registered = await registerOwn(own);
  const ids = new Map(registered.map((one) => [one.item, one]));
  return {
    curriculum: taught,
    own,
    items: [...taught.items(), ...own.map(ownItem)],
    current: (item) => ids.get(item) ?? known.current(item),
  };
}

/** Writes down what is asked now, like everything that is taught: answers are graded by what was written down. */
export function registerOwn(own: readonly OwnQuestion[]): Promise<KnownVersion[]> {
  const forms = own.map((one) => {
    const item = ownItem(one);
    return { item: ownItemId(one), version: itemVersion(item), form: secretFormOf(item) };
  });
  return forms.length === 0 ? Promise.resolve([]) : registerForms(forms);
}
