import type { WorkCount } from '@/lib/assignments/class-work';
import type { Assignment } from '@/lib/attempts/assignment';
import { assignmentsWords } from '@/lib/words/assignments';
import type { Locale } from '@/lib/words/locale';
import { ClassTime } from './class-time';
import styles from './work-facts.module.css';
import { numberSaid, percentSaid, workSaid } from './work-said';

type Props = { assignment: Assignment; zone: string; locale: Locale };

/** When and by which rules. */
export function WorkFacts({ assignment, zone, locale }: Props) {
  const words = assignmentsWords[locale];
  const { policy, opensAt, dueAt } = assignment;
  const { late } = policy;
  const hours = words.page.hours(late.hours);
  return (
    <dl className={styles.facts}>
      <dt>{words.page.what}</dt>
      <dd>{workSaid(assignment, locale)}</dd>
      <dt>{words.page.opens}</dt>
      <dd>
        <ClassTime at={opensAt} {...{ zone, locale }} />
      </dd>
      <dt>{words.page.due}</dt>
      <dd>
        <ClassTime at={dueAt} {...{ zone, locale }} />
      </dd>
      <dt>{words.page.late}</dt>
      <dd>{late.hours === 0 ? words.page.lateNone : words.page.lateText(hours, percentSaid(late.credit, locale))}</dd>
      {policy.kind !== 'practice' && (
        <>
          <dt>{words.page.tries}</dt>
          <dd>{numberSaid(policy.tries, locale)}</dd>
          <dt>{words.page.credit}</dt>
          <dd>{policy.credit.map((share) => percentSaid(share, locale)).join(words.comma)}</dd>
          <dt>{words.page.feedback}</dt>
          <dd>{words.form.feedbacks[policy.feedback]}</dd>
        </>
      )}
    </dl>
  );
}

/** How far the class is, in five numbers. */
export function WorkCounts({ count, locale }: { count: WorkCount; locale: Locale }) {
  const words = assignmentsWords[locale].page;
  const told = [
    [words.notBegun, count.learners - count.begun],
    [words.begun, count.begun - count.done],
    [words.done, count.done],
    [words.isLate, count.late],
    [words.missed, count.missed],
  ] as const;
  return (
    <ul className={styles.counts}>
      {told.map(([name, number]) => (
        <li key={name}>
          <b>{numberSaid(number, locale)}</b> <span>{name}</span>
        </li>
      ))}
    </ul>
  );
}
