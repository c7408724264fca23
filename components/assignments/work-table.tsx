import { type ClassWork, phaseOf } from '@/lib/assignments/class-work';
import { assignmentsWords } from '@/lib/words/assignments';
import { inLocale, type Locale } from '@/lib/words/locale';
import { ClassTime } from './class-time';
import { workSaid } from './work-said';
import styles from './work-table.module.css';

type Props = { work: readonly ClassWork[]; zone: string; home: string; now: Date; locale: Locale };

/** What is set to a class, as a quiet table; on a phone each row is a small block. */
export function WorkTable({ work, zone, home, now, locale }: Props) {
  const words = assignmentsWords[locale];
  const { columns } = words.list;
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{words.list.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.title}</th>
          <th scope="col">{columns.what}</th>
          <th scope="col">{columns.opens}</th>
          <th scope="col">{columns.due}</th>
          <th scope="col" className={styles.number}>
            {columns.begun}
          </th>
          <th scope="col" className={styles.number}>
            {columns.done}
          </th>
          <th scope="col" className={styles.number}>
            {columns.late}
          </th>
        </tr>
      </thead>
      <tbody>
        {work.map(({ assignment, count }) => {
          const phase = phaseOf(assignment, now);
          return (
            <tr key={assignment.id} data-phase={phase}>
              <th scope="row">
                <a href={`${home}/${assignment.id}`}>
                  <bdi>{inLocale(assignment.title, locale)}</bdi>
                </a>{' '}
                <span className={styles.phase}>{words.when[phase]}</span>
              </th>
              <td>{workSaid(assignment, locale)}</td>
              <td data-label={columns.opens}>
                <ClassTime at={assignment.opensAt} {...{ zone, locale }} isShort />
              </td>
              <td data-label={columns.due}>
                <ClassTime at={assignment.dueAt} {...{ zone, locale }} isShort />
              </td>
              <td className={styles.number} data-label={columns.begun}>
                {count.begun} <small>{words.list.ofLearners(count.learners)}</small>
              </td>
              <td className={styles.number} data-label={columns.done}>
                {count.done}
              </td>
              <td className={styles.number} data-label={columns.late}>
                {count.late}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
