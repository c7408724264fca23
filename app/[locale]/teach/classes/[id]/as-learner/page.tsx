import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { classTime } from '@/components/classes/class-time';
import styles from '@/components/classes/classes.module.css';
import { PageFrame } from '@/components/ui/page-frame';
import { pageMetadata } from '@/components/ui/page-metadata';
import { SitePage } from '@/components/ui/site-page';
import { workOf } from '@/lib/classes/my-classes-store';
import { thisClass } from '@/lib/classes/this-class';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { classesWords } from '@/lib/words/classes';
import { inLocale, isLocale } from '@/lib/words/locale';

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  if (!isLocale(locale)) return {};
  const title = classesWords[locale].asLearner.title;
  return { ...pageMetadata({ locale, path: `/teach/classes/${id}/as-learner`, title }), robots: { index: false } };
}

/** What a learner of the class is shown, without being anybody: assignments as they are set for all, and the lessons of the class's paths. */
export default async function AsLearnerPage({ params }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const { classroom } = await thisClass(id, 'view:class', { locale, path: `/teach/classes/${id}/as-learner` });
  const [{ paths }, work] = await Promise.all([curriculum(), workOf(classroom.id)]);
  const words = classesWords[locale].asLearner;
  const { timeZone } = classroom;
  const now = new Date();
  const followed = paths.filter((path) => classroom.paths.length === 0 || classroom.paths.includes(path.id));
  return (
    <SitePage locale={locale} path={`/teach/classes/${classroom.id}/as-learner`} section="teach">
      <PageFrame title={classroom.name}>
        <aside className={styles.banner} aria-label={words.title}>
          <p>{words.banner}</p>
          <p>
            <a href={`/${locale}/teach/classes/${classroom.id}`}>{words.back}</a>
          </p>
        </aside>
        <section aria-labelledby="assignments">
          <h2 id="assignments">{words.assignments}</h2>
          {work.length === 0 && <p className={styles.quiet}>{words.noAssignments}</p>}
          <ul className={styles.list}>
            {work.map((one) => (
              <li key={one.id}>
                <span dir="auto">{inLocale(one.title, locale)}</span>
                <span className={styles.small}>
                  {one.opensAt > now && `${words.opens(classTime(one.opensAt, locale, timeZone))} · `}
                  {one.dueAt > now ? words.due(classTime(one.dueAt, locale, timeZone)) : words.over} · {timeZone}
                </span>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="lessons">
          <h2 id="lessons">{words.lessons}</h2>
          {followed.map((path) => (
            <section key={path.id}>
              <h3>
                <a href={`/${locale}/paths/${path.id}`}>{inLocale(path.title, locale)}</a>
              </h3>
              <ul className={styles.list}>
                {path.lessons.map((lesson) => (
                  <li key={lesson.id}>
                    <a href={`/${locale}/learn/${lesson.id}`}>
                      {lesson.texts[locale]?.title ?? lesson.texts.en?.title ?? lesson.id}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </section>
      </PageFrame>
    </SitePage>
  );
}
