import type { Path } from '@/lib/curriculum/lesson';
import { minutesIn } from '@/lib/curriculum/minutes';
import { homeWords } from '@/lib/words/home';
import { inLocale, type Locale } from '@/lib/words/locale';
import { HandrailLine } from '../handrail-line';
import { Notice } from '../notice';
import styles from './path-map.module.css';

/** All paths, each with its line of lessons. */
export function PathMap({ locale, paths }: { locale: Locale; paths: readonly Path[] }) {
  const words = homeWords[locale];
  return (
    <section id="paths" className={styles.map} aria-labelledby="paths-heading">
      <h2 id="paths-heading">{words.paths}</h2>
      {paths.length === 0 && <Notice kind="empty">{words.noPaths}</Notice>}
      {paths.map((path) => (
        <PathRow key={path.id} locale={locale} path={path} />
      ))}
    </section>
  );
}

function PathRow({ locale, path }: { locale: Locale; path: Path }) {
  const words = homeWords[locale];
  const lessons = path.lessons.map((lesson) => ({ lesson, minutes: minutesIn(lesson, locale) }));
  const total = lessons.reduce((sum, { minutes }) => sum + minutes.read + minutes.do, 0);
  return (
    <section className={styles.path} aria-labelledby={`path-${path.id}`} data-path={path.id}>
      <div className={styles.about}>
        <h3 id={`path-${path.id}`}>
          <a href={`/${locale}/paths/${path.id}`}>{inLocale(path.title, locale)}</a>
        </h3>
        <p>{inLocale(path.summary, locale)}</p>
        <p className={styles.amount}>
          {words.lessons(path.lessons.length)} · {words.minutes(total)}
        </p>
      </div>
      <HandrailLine
        large
        locale={locale}
        stations={lessons.map(({ lesson, minutes }) => ({
          id: lesson.id,
          href: `/${locale}/learn/${lesson.id}`,
          title: (lesson.texts[locale] ?? Object.values(lesson.texts)[0])?.title ?? lesson.slug,
          note: words.readDo(minutes.read, minutes.do),
        }))}
      />
    </section>
  );
}
