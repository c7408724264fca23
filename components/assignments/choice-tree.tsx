import type { TreeItem, TreeLesson, TreePath } from '@/lib/assignments/work-tree';
import { assignmentsWords } from '@/lib/words/assignments';
import type { Locale } from '@/lib/words/locale';
import styles from './choice-tree.module.css';
import { Tick } from './work-fields';

type Props = { paths: readonly TreePath[]; own?: readonly TreeItem[]; locale: Locale };

/** Paths, their lessons, their questions and tasks, each with a box. Without scripts it unfolds as well. */
export function ChoiceTree({ paths, own = [], locale }: Props) {
  const words = assignmentsWords[locale].form;
  return (
    <div className={styles.tree}>
      {own.length > 0 && (
        <details className={styles.path} open>
          <summary>
            <span>{words.ownOnes}</span> <Counts items={own} locale={locale} />
          </summary>
          <Items items={own} locale={locale} />
        </details>
      )}
      {paths.map((path) => (
        <details key={path.id} className={styles.path} open={paths.length === 1}>
          <summary>
            <span>{path.title}</span> <Counts items={path.lessons.flatMap(({ items }) => items)} locale={locale} />
          </summary>
          <Tick name="path" value={path.id} label={`${words.wholePath}: ${path.title}`}>
            <em>{words.wholePath}</em>
          </Tick>
          {path.lessons.map((lesson) => (
            <LessonBranch key={lesson.id} lesson={lesson} locale={locale} />
          ))}
        </details>
      ))}
    </div>
  );
}

function LessonBranch({ lesson, locale }: { lesson: TreeLesson; locale: Locale }) {
  const words = assignmentsWords[locale].form;
  return (
    <details className={styles.lesson}>
      <summary>
        <span>{lesson.title}</span> <Counts items={lesson.items} locale={locale} />
      </summary>
      <Tick name="lesson" value={lesson.id} label={`${words.wholeLesson}: ${lesson.title}`}>
        <em>{words.wholeLesson}</em>
      </Tick>
      <Items items={lesson.items} locale={locale} />
    </details>
  );
}

function Items({ items, locale }: { items: readonly TreeItem[]; locale: Locale }) {
  const words = assignmentsWords[locale].form;
  return (
    <div className={styles.items}>
      {items.map(({ id, label, sort }) => (
        <Tick key={id} name="item" value={id}>
          {label} <small data-sort={sort}>{words[sort]}</small>
        </Tick>
      ))}
    </div>
  );
}

function Counts({ items, locale }: { items: readonly TreeItem[]; locale: Locale }) {
  const count = (sort: TreeItem['sort']) => items.filter((item) => item.sort === sort).length;
  const [tasks, assessed] = [count('task'), count('assessed')];
  return <small>{assignmentsWords[locale].form.counts(items.length - tasks, tasks, assessed)}</small>;
}
