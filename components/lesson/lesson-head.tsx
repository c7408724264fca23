import { DoorForm } from '@/components/sitting/door-form';
import { Kept } from '@/components/ui/kept';
import { Notice } from '@/components/ui/notice';
import prose from '@/components/ui/prose.module.css';
import { hasDoor } from '@/lib/attempts/door-questions';
import type { LessonRoute } from '@/lib/curriculum/curriculum';
import { lessonMinutes } from '@/lib/curriculum/minutes';
import { lessonWords } from '@/lib/words/lesson';
import { inLocale, languageTags } from '@/lib/words/locale';
import styles from './lesson.module.css';

/** Where one is, what this is called, what happens in it; and what there is to know about this text. */
export function LessonHead({ route, beside = false }: { route: LessonRoute; beside?: boolean }) {
  const { path, lesson, text, locale } = route;
  const words = lessonWords[locale];
  const number = path.lessons.findIndex(({ id }) => id === lesson.id) + 1;
  const both = Object.keys(lesson.texts).length > 1;
  const address = `/${locale}/learn/${lesson.id}`;
  return (
    <header>
      <p className={`${prose.eyebrow} ${styles.eyebrow}`}>
        <a href={`/${locale}/paths/${path.id}`}>{inLocale(path.title, locale)}</a>
        {' · '}
        <span>{words.lessonOf(number, path.lessons.length)}</span>
        {' · '}
        <span>{words.minutes(lessonMinutes(lesson, text))}</span>
        {both && (
          <a className={styles.aside} href={beside ? address : `${address}?beside`} data-screen-only>
            {beside ? words.alone : words.beside}
          </a>
        )}
      </p>
      <h1 className={prose.title} lang={languageTags[text.locale]}>
        <Kept>{text.title}</Kept>
      </h1>
      <p className={prose.lede} lang={languageTags[text.locale]}>
        {text.lede}
      </p>
      {lesson.draft && <Notice>{words.draft}</Notice>}
      {route.isFallback && <Notice>{path.languages.includes(locale) ? words.notInLanguage : words.onlyInOther}</Notice>}
      {text.isStale && <Notice>{words.stale}</Notice>}
      {!beside && hasDoor(lesson) && <DoorForm lesson={lesson} locale={locale} />}
    </header>
  );
}
