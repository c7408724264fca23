import { HandrailLine } from '@/components/ui/handrail-line';
import type { Lesson, Path } from '@/lib/curriculum/lesson';
import { minutesIn } from '@/lib/curriculum/minutes';
import { lessonWords } from '@/lib/words/lesson';
import { inLocale, type Locale } from '@/lib/words/locale';
import styles from './path-rail.module.css';

type Props = { path: Path; locale: Locale; here?: Lesson; large?: boolean };

/** The path's lessons on their line, with their minutes. */
export function PathStations({ path, locale, here, large = false }: Props) {
  const stations = path.lessons.map((lesson) => ({
    id: lesson.id,
    href: `/${locale}/learn/${lesson.id}`,
    title: (lesson.texts[locale] ?? Object.values(lesson.texts)[0])?.title ?? lesson.slug,
    note: lessonWords[locale].minutes(minutesIn(lesson, locale)),
  }));
  return <HandrailLine locale={locale} stations={stations} large={large} {...(here ? { here: here.id } : {})} />;
}

/** The margin of a lesson: where one is in the path. */
export function PathRail({ path, locale, here }: Props) {
  return (
    <>
      <h2 className={styles.heading}>
        <a href={`/${locale}/paths/${path.id}`}>{inLocale(path.title, locale)}</a>
      </h2>
      <PathStations path={path} locale={locale} {...(here ? { here } : {})} />
    </>
  );
}
