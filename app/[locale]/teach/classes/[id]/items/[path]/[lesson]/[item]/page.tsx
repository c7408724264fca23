import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import styles from '@/components/analysis/analysis.module.css';
import { AnswersTable } from '@/components/analysis/answers-table';
import { ChoicesTable } from '@/components/analysis/choices-table';
import { CorrectionsList } from '@/components/analysis/corrections-list';
import { FlagSentences } from '@/components/analysis/flag-sentences';
import { HowFigures } from '@/components/analysis/how-figures';
import { ItemAsAsked } from '@/components/analysis/item-as-asked';
import { ItemFigures } from '@/components/analysis/item-figures';
import { LatestTable } from '@/components/analysis/latest-table';
import { lessonTitle } from '@/components/analysis/lessons-table';
import { MisconceptionsTable } from '@/components/analysis/misconceptions-table';
import { TaskStepsView } from '@/components/analysis/task-steps-view';
import { ClassPage } from '@/components/teach/class-page';
import { Notice } from '@/components/ui/notice';
import { pageMetadata } from '@/components/ui/page-metadata';
import { mayInClass } from '@/lib/access/class-access';
import { adjustmentsOf } from '@/lib/analysis/adjustment-store';
import { choiceRows } from '@/lib/analysis/choice-rows';
import { readClassItem } from '@/lib/analysis/class-item';
import { isOwnLesson } from '@/lib/analysis/own-lesson';
import { commonAnswers } from '@/lib/analysis/said';
import { thisClass } from '@/lib/classes/this-class';
import { isTemplate } from '@/lib/quiz/variants/instantiate';
import { analysisWords } from '@/lib/words/analysis';
import { inLocale, isLocale } from '@/lib/words/locale';

type Props = {
  params: Promise<{ locale: string; id: string; path: string; lesson: string; item: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id, path, lesson, item } = await params;
  if (!isLocale(locale)) return {};
  const address = `/teach/classes/${id}/items/${path}/${lesson}/${item}`;
  return { ...pageMetadata({ locale, path: address, title: item }), robots: { index: false } };
}

export default async function ItemPage({ params, searchParams }: Props) {
  const [{ locale, id, path, lesson: slug, item: local }, { done }] = await Promise.all([params, searchParams]);
  if (!isLocale(locale)) notFound();
  const here = `/items/${path}/${slug}/${local}`;
  const seen = await thisClass(id, 'view:items', { locale, path: `/teach/classes/${id}${here}` });
  const { classroom, role, session } = seen;
  const read = await readClassItem(classroom, `${path}/${slug}/${local}`);
  if (!read) notFound();
  const { lesson, analysed, firsts, latest, steps } = read;
  const { item, evidence, statistics } = analysed;
  const made = await adjustmentsOf(classroom.id, item.id);
  const words = analysisWords[locale];
  const classHome = `/${locale}/teach/classes/${classroom.id}`;
  const mayCorrect = mayInClass(session, role && { role }, 'regrade:item') && !classroom.archivedAt;
  const correctAt = mayCorrect ? `${classHome}${here}/correct` : undefined;
  const question = item.kind === 'question' ? item.question : undefined;
  const rows = question ? choiceRows(question, evidence, statistics.n) : [];
  const isOneChoice = question?.kind === 'single-choice' || question?.kind === 'pointing';
  // Of a single choice its table of options says it all; numbers of one's own make every answer another.
  const answers =
    question && question.kind !== 'single-choice' && !isTemplate(question)
      ? commonAnswers(question, firsts, locale)
      : [];
  return (
    <ClassPage
      locale={locale}
      seen={seen}
      place="items"
      path={here}
      title={item.kind === 'task' ? inLocale(item.task.title, locale) : words.questionCalled(local)}
    >
      {done === 'yes' && <Notice>{words.booked}</Notice>}
      {done === 'stale' && <Notice kind="problem">{words.stale}</Notice>}
      <div className={styles.bar}>
        <p>
          <a href={`${classHome}/items/${lesson.id}`}>{lessonTitle(lesson, locale)}</a>
        </p>
        {!isOwnLesson(lesson) && (
          <p>
            <a href={`/${locale}/learn/${lesson.id}#${item.local}`}>{words.inLesson}</a>
          </p>
        )}
      </div>
      <section className={styles.section} aria-labelledby="asked">
        <h2 id="asked">{words.asAsked}</h2>
        <ItemAsAsked item={item} locale={locale} />
      </section>
      <section className={styles.section} aria-labelledby="look">
        <h2 id="look">{words.look}</h2>
        <FlagSentences analysed={analysed} locale={locale} />
      </section>
      {rows.length > 0 && (
        <section className={styles.section}>
          <h2 id="choices">{words.choices}</h2>
          <ChoicesTable
            rows={rows}
            isSeveral={question?.kind === 'multiple-choice'}
            correctAt={isOneChoice ? correctAt : undefined}
            locale={locale}
          />
        </section>
      )}
      {answers.length > 0 && (
        <section className={styles.section}>
          <h2 id="typed">{words.typed}</h2>
          <AnswersTable
            answers={answers}
            read={firsts.length}
            all={statistics.n}
            correctAt={isOneChoice && rows.length > 0 ? undefined : correctAt}
            locale={locale}
          />
        </section>
      )}
      {Object.keys(evidence.misconceptions).length > 0 && (
        <section className={styles.section}>
          <h2 id="misconceptions">{words.misconceptions}</h2>
          <MisconceptionsTable counts={evidence.misconceptions} n={statistics.n} locale={locale} />
        </section>
      )}
      {item.kind === 'task' && steps && <TaskStepsView task={item.task} steps={steps} locale={locale} />}
      <section className={styles.section} aria-labelledby="figures">
        <h2 id="figures">{words.figures}</h2>
        <ItemFigures analysed={analysed} locale={locale} />
        <HowFigures locale={locale} />
      </section>
      <CorrectionsList item={item} made={made} correctAt={correctAt} timeZone={classroom.timeZone} locale={locale} />
      {latest.length > 0 && (
        <section className={styles.section}>
          <h2 id="latest">{words.latest}</h2>
          <LatestTable
            item={item}
            answers={latest}
            classHome={classHome}
            timeZone={classroom.timeZone}
            locale={locale}
          />
        </section>
      )}
    </ClassPage>
  );
}
