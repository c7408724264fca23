import button from '@/components/ui/button.module.css';
import type { Lesson } from '@/lib/curriculum/lesson';
import { lessonTitle } from '@/lib/gradebook/class-columns';
import type { GradebookQuery } from '@/lib/gradebook/gradebook-query';
import { gradebookWords } from '@/lib/words/gradebook';
import { inLocale, type Locale } from '@/lib/words/locale';
import styles from './gradebook.module.css';
import { HiddenQuery } from './gradebook-nav';

type Props = {
  query: GradebookQuery;
  home: string;
  lessons: readonly Lesson[];
  groups: readonly string[];
  locale: Locale;
};

/** What the columns are, and which learners: a plain form whose answer is an address that can be kept. */
export function GradebookFilter({ query, home, lessons, groups, locale }: Props) {
  const words = gradebookWords[locale];
  const { shown, name, group } = query;
  const of = shown.kind === 'items' ? `lesson:${shown.lesson}` : shown.kind;
  const isFiltered = name !== '' || group !== '';
  return (
    <form action={home} className={styles.filter}>
      <HiddenQuery query={query} but="filter" />
      <label>
        <span>{words.show}</span>
        <select name="of" defaultValue={of}>
          <option value="lessons">{words.lessons}</option>
          <option value="assignments">{words.assignments}</option>
          {lessons.map((lesson) => (
            <option key={lesson.id} value={`lesson:${lesson.id}`}>
              {words.questionsOf(inLocale(lessonTitle(lesson), locale))}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{words.name}</span>
        <input name="name" type="search" maxLength={200} defaultValue={name} autoComplete="off" />
      </label>
      {groups.length > 0 && (
        <label>
          <span>{words.group}</span>
          <select name="group" defaultValue={group}>
            <option value="">{words.anyGroup}</option>
            {groups.map((it) => (
              <option key={it} value={it}>
                {it}
              </option>
            ))}
          </select>
        </label>
      )}
      <button className={button.button} type="submit">
        {words.find}
      </button>
      {isFiltered && <a href={home}>{words.clear}</a>}
    </form>
  );
}
