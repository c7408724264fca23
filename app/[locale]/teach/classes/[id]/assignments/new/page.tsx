import { notFound, redirect } from 'next/navigation';
import { ChoiceFields } from '@/components/assignments/choice-fields';
import { DateFields, RuleFields, TitleFields } from '@/components/assignments/rule-fields';
import { WorkForm } from '@/components/assignments/work-form';
import { ClassPage } from '@/components/teach/class-page';
import { ownItemId } from '@/lib/assignments/own-question';
import { ownQuestionsOf } from '@/lib/assignments/own-question-store';
import { assignmentKinds, isAssignmentKind } from '@/lib/assignments/read-policy';
import { readWallTime, wallTimeOf } from '@/lib/assignments/wall-time';
import { asLabel, type TreeItem, workTree } from '@/lib/assignments/work-tree';
import { thisClass } from '@/lib/classes/this-class';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { assignmentsWords } from '@/lib/words/assignments';
import { isLocale } from '@/lib/words/locale';
import { setAction } from '../actions';
import styles from '../assignments.module.css';

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<{ kind?: string | string[] }>;
};

/** The form that sets work: first its kind, then everything of that kind. */
export default async function NewAssignmentPage({ params, searchParams }: Props) {
  const [{ locale, id }, query] = await Promise.all([params, searchParams]);
  if (!isLocale(locale)) notFound();
  const path = `/teach/classes/${id}/assignments`;
  const seen = await thisClass(id, 'assign:work', { locale, path: `${path}/new` });
  const { classroom } = seen;
  if (classroom.archivedAt) redirect(`/${locale}${path}`);
  const kind = isAssignmentKind(query.kind) ? query.kind : 'practice';
  const [taught, written] = await Promise.all([curriculum(), ownQuestionsOf(classroom.id)]);
  const paths = workTree(taught, classroom.paths, kind === 'practice' ? 'practice' : 'quiz', locale);
  const own = written
    .filter(({ removedAt }) => removedAt === null)
    .map((one): TreeItem => ({ id: ownItemId(one), label: asLabel(one.question.prompt, locale), sort: 'assessed' }));
  const words = assignmentsWords[locale];
  const { opensAt, dueAt } = usualDates(new Date(), classroom.timeZone);
  return (
    <ClassPage locale={locale} seen={seen} place="assignments" path="/assignments/new" title={words.form.make}>
      <nav aria-label={words.form.kind}>
        <ul className={styles.kinds}>
          {assignmentKinds.map((one) => (
            <li key={one}>
              <a href={`/${locale}${path}/new?kind=${one}`} aria-current={one === kind ? 'page' : undefined}>
                <strong>{words.kinds[one]}</strong>
                <span>{words.kindText[one]}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <WorkForm
        action={setAction}
        hidden={{ locale, class: classroom.id, kind }}
        submit={words.form.submit}
        sending={words.form.sending}
        tone="primary"
      >
        <TitleFields locale={locale} />
        <DateFields locale={locale} zone={classroom.timeZone} opensAt={opensAt} dueAt={dueAt} />
        <ChoiceFields kind={kind} paths={paths} own={own} locale={locale} />
        <RuleFields locale={locale} kind={kind} />
      </WorkForm>
    </ClassPage>
  );
}

/** From now to the end of the day a week from now, by the class's clocks. */
function usualDates(now: Date, zone: string): { opensAt: Date; dueAt: Date } {
  const week = new Date(now.getTime() + 7 * 86_400_000);
  const end = readWallTime(`${wallTimeOf(week, zone).slice(0, 10)}T23:59`, zone);
  return { opensAt: now, dueAt: end.kind === 'time' ? end.at : week };
}
