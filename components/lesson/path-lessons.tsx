import { Kept } from '@/components/ui/kept';
import prose from '@/components/ui/prose.module.css';
import type { Curriculum } from '@/lib/curriculum/curriculum';
import type { Lesson, Path } from '@/lib/curriculum/lesson';
import { lessonWords } from '@/lib/words/lesson';
import { inLocale, type Locale, languageTags } from '@/lib/words/locale';
import styles from './path-lessons.module.css';

type Props = { path: Path; curriculum: Curriculum; locale: Locale };

/** What each lesson of a path is about, and what one can do after it. */
export function PathLessons({ path, curriculum, locale }: Props) {
  const words = lessonWords[locale];
  return (
    <section className={`${prose.prose} ${styles.lessons}`} aria-labelledby="afterwards">
      <h2 id="afterwards">{words.afterwards}</h2>
      {path.lessons.map((lesson) => {
        const text = lesson.texts[locale] ?? Object.values(lesson.texts)[0];
        return (
          <section key={lesson.id} className={styles.lesson} lang={text && languageTags[text.locale]}>
            <h3>
              <a href={`/${locale}/learn/${lesson.id}`}>
                <Kept>{text?.title ?? lesson.slug}</Kept>
              </a>
            </h3>
            <p className={styles.lede}>{text?.lede}</p>
            <ul>
              {lesson.objectives.map((objective) => (
                <li key={objective.id}>
                  {inLocale(objective.text, locale)} {/* How it stands with this learner, once that is known. */}
                  <small className={styles.standing} data-objective={`${lesson.id}#${objective.id}`} />
                </li>
              ))}
            </ul>
            <ReadFirst lesson={lesson} curriculum={curriculum} locale={locale} />
          </section>
        );
      })}
    </section>
  );
}

function ReadFirst({ lesson, curriculum, locale }: { lesson: Lesson; curriculum: Curriculum; locale: Locale }) {
  const needed = lesson.prerequisites.flatMap((id) => curriculum.lessonById(id) ?? []);
  if (needed.length === 0) return null;
  return (
    <p className={styles.first}>
      {lessonWords[locale].readFirst}
      {needed.map(({ id, slug, texts }) => (
        <a key={id} href={`/${locale}/learn/${id}`}>
          {(texts[locale] ?? Object.values(texts)[0])?.title ?? slug}
        </a>
      ))}
    </p>
  );
}
