import { PathStations } from '@/components/lesson/path-rail';
import type { Path } from '@/lib/curriculum/lesson';
import { pathMinutes } from '@/lib/curriculum/minutes';
import { homeWords } from '@/lib/words/home';
import { lessonWords } from '@/lib/words/lesson';
import { inLocale, type Locale } from '@/lib/words/locale';
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
  const words = lessonWords[locale];
  return (
    <section className={styles.path} aria-labelledby={`path-${path.id}`} data-path={path.id}>
      <div className={styles.about}>
        <h3 id={`path-${path.id}`}>
          <a href={`/${locale}/paths/${path.id}`}>{inLocale(path.title, locale)}</a>
        </h3>
        <p>{inLocale(path.summary, locale)}</p>
        <p className={styles.amount}>
          {words.lessonsCount(path.lessons.length)} · {words.hours(pathMinutes(path, locale))}
        </p>
      </div>
      <PathStations large path={path} locale={locale} />
    </section>
  );
}
