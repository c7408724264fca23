import { DoneButton } from '@/components/progress/done-button';
import { TurnPage } from '@/components/ui/turn-page';
import type { Curriculum, LessonRoute } from '@/lib/curriculum/curriculum';
import type { Lesson } from '@/lib/curriculum/lesson';
import { lessonWords } from '@/lib/words/lesson';
import { type Locale, languageTags } from '@/lib/words/locale';
import styles from './lesson.module.css';
import { PartSummary } from './section-heading';

/** The end of a lesson: the last part in short, what it rests on, where to go from here. */
export function LessonEnd({ route, curriculum }: { route: LessonRoute; curriculum: Curriculum }) {
  const { lesson, locale, textLocale } = route;
  const words = lessonWords[locale];
  const turn = (neighbour: Lesson | undefined) =>
    neighbour && { href: `/${locale}/learn/${neighbour.id}`, title: titleIn(neighbour, locale) };
  return (
    <footer>
      <div lang={languageTags[textLocale]}>
        <PartSummary lesson={lesson} locale={textLocale} part={lesson.parts.length - 1} />
      </div>
      <DoneButton lesson={lesson.id} locale={locale} />
      {lesson.sources.length > 0 && (
        <section className={styles.sources} aria-labelledby="sources">
          <h2 id="sources">{words.sources}</h2>
          <ul>
            {lesson.sources.map(({ id, title, section, href }) => (
              <li key={id} lang="en">
                {href ? <a href={href}>{title}</a> : title}
                {section && ` ${words.section(section)}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      <TurnPage locale={locale} previous={turn(curriculum.previous(lesson))} next={turn(curriculum.next(lesson))} />
    </footer>
  );
}

function titleIn(lesson: Lesson, locale: Locale): string {
  return (lesson.texts[locale] ?? Object.values(lesson.texts)[0])?.title ?? lesson.slug;
}
