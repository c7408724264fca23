import { LabIsland } from '@/components/labs/lab-island';
import type { LiveRun } from '@/components/labs/live';
import { RichText } from '@/components/quiz/rich-text';
import { assertNever } from '@/lib/assert-never';
import { labs } from '@/lib/labs/labs';
import { checkLog } from '@/lib/labs/replay';
import type { Solution, Task } from '@/lib/labs/task';
import type { ShownFinding } from '@/lib/preview/read-excerpt';
import { richText } from '@/lib/quiz/rich-text';
import { labWords } from '@/lib/words/lab';
import { inLocale, type Locale } from '@/lib/words/locale';
import { previewWords } from '@/lib/words/preview';
import { FindingList } from './finding-card';
import styles from './open.module.css';
import { SolutionSteps } from './solution-steps';

type Props = {
  task: Task;
  solution: Solution;
  locale: Locale;
  findings?: readonly ShownFinding[];
  isSecond?: boolean;
};

/** A task with its hints and its solution, which plays in the lab's own player: untouched first, then step by step, goals ticking. */
export function OpenTask({ task, solution, locale, findings = [], isSecond = false }: Props) {
  const words = previewWords[locale];
  const title = inLocale(task.title, locale);
  return (
    <section className={styles.open} id={isSecond ? undefined : task.id} aria-label={`${words.task} ${task.id}`}>
      <p className={styles.head}>
        <b>{task.id}</b> <span>{task.lab}</span> <span>{task.objective}</span> <span>{`${task.id}.task.yaml`}</span>
      </p>
      <FindingList findings={findings} locale={locale} />
      <p className={styles.title}>{title}</p>
      <div className={styles.asked}>
        <RichText text={richText(inLocale(task.prompt, locale))} />
      </div>
      <p className={styles.label}>{words.hints}</p>
      {task.hints.length === 0 ? (
        <p className={styles.untold}>{words.noHints}</p>
      ) : (
        <ol className={styles.hints}>
          {task.hints.map((hint) => (
            <li key={inLocale(hint, locale)}>
              <RichText text={richText(inLocale(hint, locale))} />
            </li>
          ))}
        </ol>
      )}
      <p className={styles.label}>{words.solution}</p>
      {isSecond ? (
        <p className={styles.untold}>{words.taskStands}</p>
      ) : (
        <Player task={task} solution={solution} locale={locale} title={title} />
      )}
      <SolutionSteps task={task} solution={solution} locale={locale} />
    </section>
  );
}

function Player({ task, solution, locale, title }: Omit<Props, 'findings' | 'isSecond'> & { title: string }) {
  const words = previewWords[locale];
  const live = liveSolution(task, solution, title);
  if (typeof live === 'string')
    return (
      <p className={styles.untold}>
        {words.solutionFault} <code lang="en">{live}</code>
      </p>
    );
  return (
    <LabIsland
      id={`solution-${task.id}`}
      locale={locale}
      live={live}
      label={labWords[locale].region(words.solution, title)}
      failed={labWords[locale].loadFailed}
      again={labWords[locale].tryAgain}
    />
  );
}

/** The solution as a run that the player walks through, or why it is none. */
function liveSolution(task: Task, { actions }: Solution, title: string): LiveRun | string {
  const { seed } = task;
  switch (task.lab) {
    case 'tcp': {
      const { lab, setup, given, goal } = task;
      const log = checkLog(labs.tcp, actions);
      if (log.kind !== 'log') return log.message;
      return { kind: 'run', lab, setup, seed, given, goal, actions: [...log.actions], title, at: 0 };
    }
    case 'tls': {
      const { lab, setup, given, goal } = task;
      const log = checkLog(labs.tls, actions);
      if (log.kind !== 'log') return log.message;
      return { kind: 'run', lab, setup, seed, given, goal, actions: [...log.actions], title, at: 0 };
    }
    case 'certificate': {
      const { lab, setup, given, goal } = task;
      const log = checkLog(labs.certificate, actions);
      if (log.kind !== 'log') return log.message;
      return { kind: 'run', lab, setup, seed, given, goal, actions: [...log.actions], title, at: 0 };
    }
    case 'dns': {
      const { lab, setup, given, goal } = task;
      const log = checkLog(labs.dns, actions);
      if (log.kind !== 'log') return log.message;
      return { kind: 'run', lab, setup, seed, given, goal, actions: [...log.actions], title, at: 0 };
    }
    case 'http': {
      const { lab, setup, given, goal } = task;
      const log = checkLog(labs.http, actions);
      if (log.kind !== 'log') return log.message;
      return { kind: 'run', lab, setup, seed, given, goal, actions: [...log.actions], title, at: 0 };
    }
    case 'journey': {
      const { lab, setup, given, goal } = task;
      const log = checkLog(labs.journey, actions);
      if (log.kind !== 'log') return log.message;
      return { kind: 'run', lab, setup, seed, given, goal, actions: [...log.actions], title, at: 0 };
    }
    case 'process': {
      const { lab, setup, given, goal } = task;
      const log = checkLog(labs.process, actions);
      if (log.kind !== 'log') return log.message;
      return { kind: 'run', lab, setup, seed, given, goal, actions: [...log.actions], title, at: 0 };
    }
    default:
      return assertNever(task);
  }
}
