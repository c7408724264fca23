import { labWords } from '@/lib/words/lab';
import type { Locale } from '@/lib/words/locale';
import styles from './lab.module.css';

type Props = {
  locale: Locale;
  goals: readonly { text: string; met: boolean }[];
  /** What the marks rest on, where they are this page's own. */
  note?: string | undefined;
};

/** What a task asks for, each with whether it holds now. A mark and a word, never colour alone. */
export function TaskGoals({ locale, goals, note }: Props) {
  const words = labWords[locale];
  const met = goals.filter((goal) => goal.met).length;
  return (
    <div className={styles.goals}>
      <ul aria-label={words.goals}>
        {goals.map((goal) => (
          <li key={goal.text} data-met={goal.met || undefined}>
            <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
              <circle cx="9" cy="9" r="7" />
              {goal.met && <path d="m5.5 9.2 2.4 2.5 4.7-5.2" />}
            </svg>
            <span>{goal.text}</span>
            <span className="visually-hidden">{` (${goal.met ? words.goalMet : words.goalOpen})`}</span>
          </li>
        ))}
      </ul>
      {note && <p className={styles.goalsNote}>{note}</p>}
      <p className="visually-hidden" role="status">
        {words.goalsMet(met, goals.length)}
      </p>
    </div>
  );
}
