import { certificateView } from '@/components/labs/certificate/certificate-view';
import { dnsView } from '@/components/labs/dns/dns-view';
import { httpView } from '@/components/labs/http/http-view';
import { journeyView } from '@/components/labs/journey/journey-view';
import { engineOf, type LabView } from '@/components/labs/lab-view';
import { openRun } from '@/components/labs/player-state';
import { processView } from '@/components/labs/process/process-view';
import { tcpView } from '@/components/labs/tcp/tcp-view';
import { tlsView } from '@/components/labs/tls/tls-view';
import { assertNever } from '@/lib/assert-never';
import type { Goal, LabAction, LabEvent } from '@/lib/labs/lab';
import { checkLog } from '@/lib/labs/replay';
import type { Solution, Task } from '@/lib/labs/task';
import type { Locale } from '@/lib/words/locale';
import { previewWords } from '@/lib/words/preview';
import styles from './open.module.css';

/** Which goals hold before anything is done, and after each action of the solution. */
export function SolutionSteps({ task, solution, locale }: { task: Task; solution: Solution; locale: Locale }) {
  switch (task.lab) {
    case 'tcp':
      return <Steps view={tcpView} task={task} actions={solution.actions} locale={locale} />;
    case 'tls':
      return <Steps view={tlsView} task={task} actions={solution.actions} locale={locale} />;
    case 'certificate':
      return <Steps view={certificateView} task={task} actions={solution.actions} locale={locale} />;
    case 'dns':
      return <Steps view={dnsView} task={task} actions={solution.actions} locale={locale} />;
    case 'http':
      return <Steps view={httpView} task={task} actions={solution.actions} locale={locale} />;
    case 'journey':
      return <Steps view={journeyView} task={task} actions={solution.actions} locale={locale} />;
    case 'process':
      return <Steps view={processView} task={task} actions={solution.actions} locale={locale} />;
    default:
      return assertNever(task);
  }
}

type Props<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal> = {
  view: LabView<Setup, State, Action, Event, G>;
  task: { setup: Setup; seed: number; given: readonly Action[]; goal: readonly G[] };
  actions: readonly unknown[];
  locale: Locale;
};

function Steps<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal>({
  view,
  task,
  actions,
  locale,
}: Props<Setup, State, Action, Event, G>) {
  const words = previewWords[locale];
  const log = checkLog(view.lab, actions);
  if (log.kind !== 'log') return null;
  const { frames } = openRun(engineOf(view, task.setup, task.seed, task.given), log.actions, 0);
  const isMet = (state: State) => task.goal.map((goal) => view.lab.isMet(goal, state));
  const goals = task.goal.map((goal) => view.goal(goal, locale, task.setup));
  const last = frames.at(-1);
  return (
    <>
      <ol className={styles.goals} aria-label={words.goals}>
        {goals.map((goal) => (
          <li key={goal}>{goal}</li>
        ))}
      </ol>
      <table className={styles.steps}>
        <thead>
          <tr>
            <th scope="col">{words.stepNumber}</th>
            <th scope="col">{words.happens}</th>
            <th scope="col">{words.goals}</th>
          </tr>
        </thead>
        <tbody>
          {frames.map((frame, at) => (
            <tr key={keyAt(at)}>
              <th scope="row">{at}</th>
              <td>{at === 0 ? words.untouched : view.sentences(frame, locale).join(' ')}</td>
              <td>
                {isMet(frame.state).map((met, goal) => (
                  <span key={keyAt(goal)} className={styles.goal} data-met={met || undefined}>
                    {goal + 1}
                    <span className="visually-hidden">{` ${met ? words.met : words.open} `}</span>
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.untold}>{last && isMet(last.state).every(Boolean) ? words.earnsAll : words.earnsNotAll}</p>
    </>
  );
}

/** A solution is not reordered while one looks at it: a step's place is its name. */
function keyAt(place: number): string {
  return String(place);
}
