import { notFound } from 'next/navigation';
import { AskedList } from '@/components/assignments/asked-list';
import { ClassTime, classTime } from '@/components/assignments/class-time';
import { ExtensionList } from '@/components/assignments/extension-list';
import { DateFields, RuleFields, TitleFields } from '@/components/assignments/rule-fields';
import { WorkCounts, WorkFacts } from '@/components/assignments/work-facts';
import facts from '@/components/assignments/work-facts.module.css';
import { SelectField, TextField } from '@/components/assignments/work-fields';
import { WorkForm } from '@/components/assignments/work-form';
import { ClassPage } from '@/components/teach/class-page';
import button from '@/components/ui/button.module.css';
import { Notice } from '@/components/ui/notice';
import { mayInClass } from '@/lib/access/class-access';
import { contentVersionOf } from '@/lib/assignments/asked-content';
import { type AssignmentShown, readClassAssignment } from '@/lib/assignments/read-class-assignment';
import { isUuid } from '@/lib/classes/class-for';
import { displayName } from '@/lib/classes/display-name';
import { thisClass } from '@/lib/classes/this-class';
import { assignmentsWords } from '@/lib/words/assignments';
import { inLocale, isLocale, type Locale } from '@/lib/words/locale';
import { changeAction, extendAction, refreshAction, unextendAction, withdrawAction } from '../actions';

type Props = {
  params: Promise<{ locale: string; id: string; aid: string }>;
  searchParams: Promise<{ find?: string | string[] }>;
};

/** One assignment of the class: how far it is, what it asks, what may still be changed, who has more time. */
export default async function AssignmentPage({ params, searchParams }: Props) {
  const [{ locale, id, aid }, { find }] = await Promise.all([params, searchParams]);
  if (!isLocale(locale)) notFound();
  const path = `/assignments/${aid}`;
  const seen = await thisClass(id, 'view:class', { locale, path: `/teach/classes/${id}${path}` });
  const { classroom, role, session } = seen;
  const search = typeof find === 'string' ? find.slice(0, 100) : '';
  const shown = isUuid(aid) ? await readClassAssignment(classroom, aid, locale, search) : undefined;
  if (!shown) notFound();
  const words = assignmentsWords[locale];
  const { assignment } = shown;
  const mayAssign = mayInClass(session, role && { role }, 'assign:work');
  const hidden = { locale, class: classroom.id, assignment: assignment.id };
  const zone = classroom.timeZone;
  const view = { shown, hidden, zone, locale, search, mayAssign };
  return (
    <ClassPage
      locale={locale}
      seen={seen}
      place="assignments"
      path={path}
      title={inLocale(assignment.title, locale)}
      lede={words.when[shown.phase]}
    >
      {assignment.withdrawnAt && (
        <Notice>{words.page.withdrawnAt(classTime(assignment.withdrawnAt, zone, locale))}</Notice>
      )}
      <WorkFacts assignment={assignment} zone={zone} locale={locale} />
      <section className={facts.section} aria-labelledby="standing">
        <h2 id="standing">{words.page.standing}</h2>
        <WorkCounts count={shown.count} locale={locale} />
        <p>
          <a href={`/${locale}/teach/classes/${classroom.id}/gradebook`}>{words.page.toGradebook}</a>
        </p>
      </section>
      <Content {...view} />
      <MoreTime {...view} />
      {mayAssign && <Change {...view} />}
    </ClassPage>
  );
}

type View = {
  shown: AssignmentShown;
  hidden: Readonly<Record<string, string>>;
  zone: string;
  locale: Locale;
  search: string;
  mayAssign: boolean;
};

function Hidden({ values }: { values: Readonly<Record<string, string>> }) {
  return Object.entries(values).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

function Content({ shown, hidden, zone, locale, mayAssign }: View) {
  const words = assignmentsWords[locale].page;
  const { assignment, changed, may, lines, begun } = shown;
  const version = contentVersionOf(assignment.frozen);
  return (
    <section className={facts.section} aria-labelledby="content">
      <h2 id="content">{words.content}</h2>
      <p>
        {words.frozen(classTime(assignment.frozenAt, zone, locale), version)}{' '}
        {assignment.policy.kind === 'practice' ? words.frozenPractice : words.frozenWhy}{' '}
        {words.differs(changed, assignment.frozen.length)}
      </p>
      {mayAssign && changed > 0 && may.wording && (
        <form action={refreshAction}>
          <Hidden values={hidden} />
          <button type="submit" className={button.button}>
            {words.refresh}
          </button>
        </form>
      )}
      {changed > 0 && !may.wording && begun > 0 && <p className={facts.quiet}>{words.begunKeeps}</p>}
      <AskedList lines={lines} locale={locale} />
    </section>
  );
}

function MoreTime({ shown, hidden, zone, locale, search, mayAssign }: View) {
  const words = assignmentsWords[locale].extensions;
  const { extensions, groups, learners, isLarge, may, assignment } = shown;
  const canGive = mayAssign && may.title;
  const choices = [
    { label: words.groups, options: groups.map((name) => ({ value: `group:${name}`, label: name })) },
    {
      label: words.learners,
      options: learners.map((one) => ({
        value: `learner:${one.learnerId}`,
        label: displayName(one, locale) || one.learnerId.slice(0, 8),
      })),
    },
  ].filter(({ options }) => options.length > 0);
  return (
    <section className={facts.section} aria-labelledby="more-time">
      <h2 id="more-time">{words.title}</h2>
      <p>{words.text}</p>
      <ExtensionList
        extensions={extensions}
        zone={zone}
        locale={locale}
        take={canGive ? { action: unextendAction, hidden } : null}
      />
      {canGive && (isLarge || search !== '') && (
        <form className={facts.find} method="get" action="#more-time">
          <label>
            {words.find} <input name="find" type="search" defaultValue={search} maxLength={100} />
          </label>
          <button type="submit" className={button.button}>
            {words.search}
          </button>
          <span className={facts.quiet}>{words.findHint}</span>
        </form>
      )}
      {canGive && choices.length > 0 && (
        <WorkForm action={extendAction} hidden={hidden} submit={words.give} sending={words.giving}>
          <SelectField name="who" label={words.who} groups={choices} />
          <TextField name="due" kind="moment" label={words.due} hint={words.dueHint} isShort />
          {assignment.policy.kind === 'timed' && (
            <TextField name="factor" kind="decimal" label={words.factor} hint={words.factorHint} value="1" isShort />
          )}
        </WorkForm>
      )}
      {extensions.some(({ dueAt }) => dueAt) && (
        <p className={facts.quiet}>
          {assignmentsWords[locale].page.due}: <ClassTime at={assignment.dueAt} {...{ zone, locale }} />
        </p>
      )}
    </section>
  );
}

function Change({ shown, hidden, zone, locale }: View) {
  const words = assignmentsWords[locale].page;
  const { assignment, may, whyFixed } = shown;
  return (
    <section className={facts.section} aria-labelledby="change">
      <h2 id="change">{words.change}</h2>
      <p>{words.changeText[whyFixed]}</p>
      {may.title && (
        <>
          <WorkForm action={changeAction} hidden={hidden} submit={words.save} sending={words.saving}>
            <TitleFields locale={locale} title={assignment.title} />
            <DateFields
              locale={locale}
              zone={zone}
              opensAt={may.opens ? assignment.opensAt : null}
              dueAt={assignment.dueAt}
            />
            {may.rules && <RuleFields locale={locale} kind={assignment.policy.kind} policy={assignment.policy} />}
          </WorkForm>
          <details>
            <summary>{words.withdraw}</summary>
            <p>{words.withdrawText}</p>
            <form action={withdrawAction}>
              <Hidden values={hidden} />
              <button type="submit" className={`${button.button} ${button.danger}`}>
                {words.withdrawSure}
              </button>
            </form>
          </details>
        </>
      )}
    </section>
  );
}
