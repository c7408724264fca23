import { notFound } from 'next/navigation';
import { QuestionFields } from '@/components/assignments/question-fields';
import { QuestionPreview } from '@/components/assignments/question-preview';
import facts from '@/components/assignments/work-facts.module.css';
import { WorkForm } from '@/components/assignments/work-form';
import { ClassPage } from '@/components/teach/class-page';
import button from '@/components/ui/button.module.css';
import { Notice } from '@/components/ui/notice';
import { warningsOf } from '@/lib/assignments/judge-question';
import { ownItemId } from '@/lib/assignments/own-question';
import { countUses, findOwnQuestion } from '@/lib/assignments/own-question-store';
import { isOwnKind } from '@/lib/assignments/question-rows';
import { asLabel } from '@/lib/assignments/work-tree';
import { thisClass } from '@/lib/classes/this-class';
import { assignmentsWords } from '@/lib/words/assignments';
import { isLocale } from '@/lib/words/locale';
import styles from '../../assignments.module.css';
import { changeQuestionAction, offerAction } from '../actions';

type Props = {
  params: Promise<{ locale: string; id: string; slug: string }>;
  searchParams: Promise<{ saved?: string | string[] }>;
};

/** A question of the class's own: as learners see it, with its key, and the form that changes it. */
export default async function OwnQuestionPage({ params, searchParams }: Props) {
  const [{ locale, id, slug }, { saved }] = await Promise.all([params, searchParams]);
  if (!isLocale(locale)) notFound();
  const path = `/assignments/questions/${slug}`;
  const seen = await thisClass(id, 'assign:work', { locale, path: `/teach/classes/${id}${path}` });
  const { classroom } = seen;
  const own = await findOwnQuestion(classroom.id, slug);
  if (!own) notFound();
  const { question, removedAt } = own;
  const uses = await countUses(classroom.id, ownItemId(own));
  const warnings = warningsOf(question, locale);
  const words = assignmentsWords[locale].own;
  const home = `/${locale}/teach/classes/${classroom.id}/assignments/questions`;
  const hidden = { locale, class: classroom.id, question: slug };
  return (
    <ClassPage locale={locale} seen={seen} place="assignments" path={path} title={asLabel(question.prompt, locale)}>
      <p className={styles.quiet}>
        <a href={home}>{words.backTo}</a>
        {assignmentsWords[locale].dot}
        {isOwnKind(question.kind) ? words.kinds[question.kind] : words.otherKind}
        {assignmentsWords[locale].dot}
        {words.usedIn(uses)}
        {removedAt && `${assignmentsWords[locale].dot}${words.removed}`}
      </p>
      {saved && <p role="status">{words.saved}</p>}
      {warnings.length > 0 && (
        <Notice title={words.warnings}>
          <ul>
            {[...new Set(warnings)].map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Notice>
      )}
      <QuestionPreview question={question} locale={locale} />
      {!classroom.archivedAt && (
        <section className={facts.section} aria-labelledby="change">
          <h2 id="change">{words.changeTitle}</h2>
          {uses > 0 && <p>{words.again}</p>}
          {isOwnKind(question.kind) && (
            <WorkForm action={changeQuestionAction} hidden={hidden} submit={words.save} sending={words.saving}>
              <QuestionFields kind={question.kind} question={question} locale={locale} />
            </WorkForm>
          )}
          <form action={offerAction} className={styles.row}>
            {Object.entries(hidden).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <button
              type="submit"
              name="do"
              value={removedAt ? 'restore' : 'remove'}
              className={`${button.button} ${removedAt ? '' : button.danger}`}
            >
              {removedAt ? words.restore : words.remove}
            </button>
            {!removedAt && <span className={styles.quiet}>{words.removeText}</span>}
          </form>
        </section>
      )}
    </ClassPage>
  );
}
