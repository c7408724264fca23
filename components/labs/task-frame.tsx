import type { ReactNode } from 'react';
import { earlyPressScript } from '@/lib/early-press-script';
import type { PublicTask } from '@/lib/labs/task';
import { labWords } from '@/lib/words/lab';
import { inLocale, type Locale } from '@/lib/words/locale';
import styles from './lab.module.css';
import { LabIsland } from './lab-island';
import { beginningOfTask, type LiveTask } from './live';

type Props = {
  task: PublicTask;
  /** `tcp-tls/three-way-four-way/close-cleanly` */
  item: string;
  version: string;
  locale: Locale;
  /** What is asked, rendered from the author's Markdown. */
  prompt: ReactNode;
  sitting?: string;
  assignment?: string;
  round?: string;
  isDraft?: true;
};

/** `<Task id="close-cleanly" />`: what is asked and the goals, drawn on the server; the lab comes to life when it nears the screen. */
export function TaskFrame({ task, item, version, locale, prompt, ...run }: Props) {
  const id = `task-${task.id}`;
  const words = labWords[locale];
  const title = inLocale(task.title, locale);
  // One element for both: it travels to the browser once.
  const brief = (
    <div key="brief" className={styles.brief}>
      {prompt}
    </div>
  );
  const live: LiveTask = { ...beginningOfTask(task), kind: 'task', title, item, version, ...run };
  if (task.hasHints) live.hasHints = true;
  return (
    <>
      <script>{earlyPressScript}</script>
      <LabIsland
        id={id}
        locale={locale}
        live={live}
        label={words.region(words.task, title)}
        failed={words.loadFailed}
        again={words.tryAgain}
        brief={brief}
      />
    </>
  );
}
