import { ownItemId } from '@/lib/assignments/own-question';
import { taughtTo } from '@/lib/assignments/taught-to';
import type { Classroom } from '@/lib/classes/classroom';
import type { Item, Lesson } from '@/lib/curriculum/lesson';
import { canBePut } from '@/lib/live/pushable';
import type { StaffView } from '@/lib/live/staff-view';
import { promptOf } from '@/lib/live/tally';
import { type Localized, locales } from '@/lib/words/locale';

/** What may be put to the class: the lessons to choose from, and the questions of the chosen one. */
export type PutChoice = {
  readonly paths: readonly {
    readonly id: string;
    readonly title: Localized;
    readonly lessons: readonly { readonly id: string; readonly title: Localized }[];
  }[];
  readonly hasOwn: boolean;
  /** A lesson's id, or `own`. */
  readonly lesson: string;
  readonly questions: readonly { readonly item: string; readonly prompt: Localized }[];
};

/** `asked`: the lesson that was chosen; without one the lesson in which most of the class are. */
export async function readPutChoices(
  { id, paths }: Pick<Classroom, 'id' | 'paths'>,
  asked: string | undefined,
  people: StaffView['people'],
): Promise<PutChoice> {
  const taught = await taughtTo(id);
  const own = new Set(taught.own.map(ownItemId));
  const shown = taught.curriculum.paths.filter((path) => paths.length === 0 || paths.includes(path.id));
  const all = shown.flatMap((path) => path.lessons.map((lesson) => lesson.id));
  const wanted = asked === 'own' && own.size > 0 ? 'own' : all.find((lesson) => lesson === asked);
  const lesson = wanted ?? busiest(people, all) ?? all[0] ?? 'own';
  const isOfLesson = (item: Item) =>
    lesson === 'own' ? own.has(item.id) : item.lesson === lesson && !own.has(item.id);
  return {
    paths: shown.map((path) => ({
      id: path.id,
      title: path.title,
      lessons: path.lessons.map((one) => ({ id: one.id, title: titleOf(one) })),
    })),
    hasOwn: own.size > 0,
    lesson,
    questions: [...taught.items]
      .filter((item) => isOfLesson(item) && canBePut(item, own.has(item.id)))
      .flatMap((item) => {
        const known = taught.current(item.id);
        return known ? [{ item: item.id, prompt: promptOf(known) }] : [];
      }),
  };
}

function titleOf({ texts }: Lesson): Localized {
  return Object.fromEntries(locales.flatMap((locale) => (texts[locale] ? [[locale, texts[locale].title]] : [])));
}

function busiest(people: StaffView['people'], lessons: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { where } of people) if (where) counts.set(where.lesson, (counts.get(where.lesson) ?? 0) + 1);
  const [first] = [...counts].filter(([lesson]) => lessons.includes(lesson)).sort(([, one], [, other]) => other - one);
  return first?.[0];
}
