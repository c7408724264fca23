import type { Curriculum } from '@/lib/curriculum/curriculum';
import type { LearningRoute, Lesson } from '@/lib/curriculum/lesson';
import { minutesIn } from '@/lib/curriculum/minutes';
import { type RouteStep, routeSteps } from '@/lib/curriculum/route-lessons';
import { homeWords } from '@/lib/words/home';
import { lessonWords } from '@/lib/words/lesson';
import { inLocale, type Locale } from '@/lib/words/locale';
import styles from './routes.module.css';

/** Recommended ways through paths and lessons; nothing where there is none. */
export function Routes({ locale, curriculum }: { locale: Locale; curriculum: Curriculum }) {
  const routes = curriculum.site.routes
    .map((route) => ({ route, steps: routeSteps(route, curriculum) }))
    .filter(({ steps }) => steps.length > 0);
  if (routes.length === 0) return null;
  return (
    <section className={styles.routes} aria-labelledby="routes-heading" id="routes">
      <h2 id="routes-heading">{homeWords[locale].routes(routes.length)}</h2>
      <div className={styles.all}>
        {routes.map(({ route, steps }) => (
          <Route key={route.id} route={route} steps={steps} curriculum={curriculum} locale={locale} />
        ))}
      </div>
    </section>
  );
}

type RouteProps = { route: LearningRoute; steps: readonly RouteStep[]; curriculum: Curriculum; locale: Locale };

function Route({ route, steps, curriculum, locale }: RouteProps) {
  const words = lessonWords[locale];
  const lessons = [...new Set(steps.flatMap((step) => step.lessons))];
  return (
    <section className={styles.route} aria-labelledby={`route-${route.id}`}>
      <div className={styles.about}>
        <h3 id={`route-${route.id}`}>{inLocale(route.title, locale)}</h3>
        <p>{inLocale(route.summary, locale)}</p>
        <p className={styles.amount}>
          {words.lessonsCount(lessons.length)} · {words.hours(minutesOf(lessons, locale))}
        </p>
      </div>
      <ol>
        {steps.map((step) => (
          <li key={step.id}>
            <a href={step.isPath ? `/${locale}/paths/${step.id}` : `/${locale}/learn/${step.id}`}>
              {stepTitle(step, curriculum, locale)}
            </a>
            <small>{stepPlace(step, curriculum, locale)}</small>
          </li>
        ))}
      </ol>
    </section>
  );
}

function stepTitle(step: RouteStep, curriculum: Curriculum, locale: Locale): string {
  const path = curriculum.path(step.id);
  if (path) return inLocale(path.title, locale);
  const [lesson] = step.lessons;
  return (lesson && (lesson.texts[locale] ?? Object.values(lesson.texts)[0])?.title) ?? step.id;
}

/** Where the step is at home: a lesson in its path; of a path, how many lessons it has. */
function stepPlace(step: RouteStep, curriculum: Curriculum, locale: Locale): string {
  const words = lessonWords[locale];
  if (step.isPath) return words.lessonsCount(step.lessons.length);
  const path = curriculum.path(step.id.split('/')[0] ?? '');
  return path ? inLocale(path.title, locale) : '';
}

function minutesOf(lessons: readonly Lesson[], locale: Locale): number {
  return lessons.reduce((sum, lesson) => {
    const { read, do: doing } = minutesIn(lesson, locale);
    return sum + read + doing;
  }, 0);
}
