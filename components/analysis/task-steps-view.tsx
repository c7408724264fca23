import { deadEndText } from '@/components/labs/dead-end-text';
import type { TaskSteps } from '@/lib/analysis/task-steps';
import type { Task } from '@/lib/labs/task';
import { analysisWords } from '@/lib/words/analysis';
import { landmarkWords } from '@/lib/words/landmarks';
import type { Locale } from '@/lib/words/locale';
import styles from './analysis.module.css';
import { percent } from './figure-format';
import { ScrollTable } from './scroll-table';

type Props = { task: Task; steps: TaskSteps; locale: Locale };

/** How far a class comes in a task, and what goes wrong first. */
export function TaskStepsView({ task, steps, locale }: Props) {
  const words = analysisWords[locale];
  const { followed, route, lostAfter, wrong } = steps;
  const said = (landmark: string) => landmarkWords(task.lab, landmark, locale);
  return (
    <>
      <section className={styles.section}>
        <h2 id="steps">{words.taskSteps}</h2>
        <p className={styles.quiet}>{words.taskLede(followed)}</p>
        {followed > 0 && (
          <ScrollTable label={words.taskSteps}>
            <thead>
              <tr>
                <th scope="col">{words.landmark}</th>
                <th scope="col" className={styles.number}>
                  {words.reached}
                </th>
                <th scope="col">{words.share}</th>
              </tr>
            </thead>
            <tbody>
              {route.map(({ landmark, learners }) => (
                <tr key={landmark}>
                  <th scope="row">
                    {said(landmark)}
                    {landmark === lostAfter && <small className={styles.sub}>{words.lostHere}</small>}
                  </th>
                  <td className={styles.number}>{learners}</td>
                  <td className={styles.number}>
                    {percent(learners / followed, locale)}
                    <span className={styles.share} aria-hidden="true">
                      <span style={{ inlineSize: `${Math.round((learners / followed) * 100)}%` }} />
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </ScrollTable>
        )}
      </section>
      {followed > 0 && (
        <section className={styles.section}>
          <h2 id="wrong">{words.wrongActions}</h2>
          <p className={styles.quiet}>{wrong.length > 0 ? words.wrongLede : words.noWrong}</p>
          {wrong.length > 0 && (
            <ScrollTable label={words.wrongActions}>
              <thead>
                <tr>
                  <th scope="col">{words.action}</th>
                  <th scope="col">{words.takenAt}</th>
                  <th scope="col" className={styles.number}>
                    {words.chosenBy}
                  </th>
                </tr>
              </thead>
              <tbody>
                {wrong.map(({ at, kind, side, why, learners }) => (
                  <tr key={`${at} ${kind} ${side} ${why}`}>
                    <th scope="row">
                      <code>{side === undefined ? kind : `${kind} · ${side}`}</code>
                      <small className={styles.sub}>
                        {why === undefined ? words.offTheWay : words.lostGoal(deadEndText(task.lab, why, locale))}
                      </small>
                    </th>
                    <td>{said(at)}</td>
                    <td className={styles.number}>{learners}</td>
                  </tr>
                ))}
              </tbody>
            </ScrollTable>
          )}
        </section>
      )}
    </>
  );
}
