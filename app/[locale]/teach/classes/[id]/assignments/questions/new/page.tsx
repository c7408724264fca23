import { notFound, redirect } from 'next/navigation';
import { QuestionFields } from '@/components/assignments/question-fields';
import { WorkForm } from '@/components/assignments/work-form';
import { ClassPage } from '@/components/teach/class-page';
import { isOwnKind, ownKinds } from '@/lib/assignments/question-rows';
import { thisClass } from '@/lib/classes/this-class';
import { assignmentsWords } from '@/lib/words/assignments';
import { isLocale } from '@/lib/words/locale';
import styles from '../../assignments.module.css';
import { writeAction } from '../actions';

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<{ kind?: string | string[] }>;
};

/** The form of a new question: first what is answered, then everything of that kind. */
export default async function NewQuestionPage({ params, searchParams }: Props) {
  const [{ locale, id }, query] = await Promise.all([params, searchParams]);
  if (!isLocale(locale)) notFound();
  const path = '/assignments/questions/new';
  const seen = await thisClass(id, 'assign:work', { locale, path: `/teach/classes/${id}${path}` });
  const { classroom } = seen;
  const home = `/${locale}/teach/classes/${classroom.id}/assignments/questions`;
  if (classroom.archivedAt) redirect(home);
  const kind = isOwnKind(query.kind) ? query.kind : 'single-choice';
  const words = assignmentsWords[locale].own;
  return (
    <ClassPage locale={locale} seen={seen} place="assignments" path={path} title={words.newTitle}>
      <p className={styles.quiet}>
        <a href={home}>{words.backTo}</a>
      </p>
      <nav aria-label={words.chooseKind}>
        <ul className={styles.kinds}>
          {ownKinds.map((one) => (
            <li key={one}>
              <a href={`${home}/new?kind=${one}`} aria-current={one === kind ? 'page' : undefined}>
                <strong>{words.kinds[one]}</strong>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <WorkForm
        action={writeAction}
        hidden={{ locale, class: classroom.id, kind }}
        submit={words.save}
        sending={words.saving}
        tone="primary"
      >
        <QuestionFields kind={kind} locale={locale} />
      </WorkForm>
    </ClassPage>
  );
}
