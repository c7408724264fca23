import type { Lesson, Path } from '@/lib/curriculum/lesson';
import { masteryNeeds, masteryOf } from '@/lib/progress/mastery';
import { placeOf } from '@/lib/progress/place-of';
import type { Cards, LessonProgress, ProgressSummary } from '@/lib/progress/progress';
import { inLocale, type Locale } from '@/lib/words/locale';
import { masteryWords } from '@/lib/words/mastery';
import styles from './progress.module.css';

type Props = { path: Path; lessons: ProgressSummary['lessons']; cards: Cards; locale: Locale };

/** A path: which of its lessons are read and complete, and how each objective of the lessons that were begun stands. */
export function PathProgress({ path, lessons, cards, locale }: Props) {
  const words = masteryWords[locale];
  const done = path.lessons.filter(({ id }) => lessons[id]?.complete).length;
  return (
    <section aria-labelledby={`path-${path.id}`} className={styles.path}>
      <h2 id={`path-${path.id}`}>
        <a href={`/${locale}/paths/${path.id}`}>{inLocale(path.title, locale)}</a>
      </h2>
      <p className={styles.quiet}>{words.lessonsDone(done, path.lessons.length)}</p>
      {path.lessons.map((lesson) => (
        <LessonRow key={lesson.id} lesson={lesson} known={lessons[lesson.id]} cards={cards} locale={locale} />
      ))}
    </section>
  );
}

type RowProps = { lesson: Lesson; known: LessonProgress | undefined; cards: Cards; locale: Locale };

function LessonRow({ lesson, known, cards, locale }: RowProps) {
  const words = masteryWords[locale];
  const title = (lesson.texts[locale] ?? Object.values(lesson.texts)[0])?.title ?? lesson.slug;
  return (
    <section className={styles.lesson} aria-label={title}>
      <h3>
        <a href={`/${locale}/learn/${lesson.id}`}>{title}</a>
        <span className={styles.quiet}>{known ? lessonStanding(known, locale) : words.notBegun}</span>
      </h3>
      {known && (
        <>
          <progress value={known.done} max={Math.max(1, known.of)} aria-label={title}>
            {words.checks(known.done, known.of)}
          </progress>
          <Objectives lesson={lesson} cards={cards} locale={locale} />
        </>
      )}
    </section>
  );
}

function lessonStanding(known: LessonProgress, locale: Locale): string {
  const words = masteryWords[locale];
  const state = known.complete ? words.complete : known.read ? words.read : undefined;
  return [words.checks(known.done, known.of), state, known.known && words.known].filter(Boolean).join(' · ');
}

function Objectives({ lesson, cards, locale }: Omit<RowProps, 'known'>) {
  const words = masteryWords[locale];
  return (
    <table className={`${styles.table} ${styles.objectives}`}>
      <thead>
        <tr>
          <th scope="col">{words.objective}</th>
          <th scope="col">{words.standing}</th>
        </tr>
      </thead>
      <tbody>
        {lesson.objectives.map(({ id, text }) => {
          const { state, right, of } = masteryOf(cards.get(`${lesson.id}#${id}`));
          const place = `/${locale}/learn/${lesson.id}${placeOf(lesson, id, locale)}`;
          return (
            <tr key={id} data-state={state}>
              <th scope="row">{inLocale(text, locale)}</th>
              <td>
                <b className={styles.standing}>{words.states[state]}</b>
                {state !== 'new' && <span className={styles.quiet}> {words.why(right, of, masteryNeeds)}</span>}
                {state === 'weak' && (
                  <>
                    {' '}
                    <a href={place}>
                      {words.goThere}
                      <span className="visually-hidden">: {inLocale(text, locale)}</span>
                    </a>
                  </>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
