import { heatSteps } from '@/lib/gradebook/heat';
import { gradebookWords } from '@/lib/words/gradebook';
import type { Locale } from '@/lib/words/locale';
import styles from './gradebook.module.css';

/** How the table is read: the steps of its scale and its signs. */
export function GradebookKey({ locale }: { locale: Locale }) {
  const words = gradebookWords[locale];
  return (
    <details className={styles.key}>
      <summary>{words.key}</summary>
      <p>{words.keyScale}</p>
      <ul className={styles.scale}>
        {heatSteps.map((step) => (
          <li key={step} className={`h${step}`}>
            {words.keySteps[step]}
          </li>
        ))}
      </ul>
      <ul>
        <li>{words.keyNone}</li>
        <li>{words.keyExcused}</li>
        <li>{words.keyGiven}</li>
        <li>{words.keyWaiting}</li>
        <li>{words.keyStuck}</li>
      </ul>
      <p>{words.keyKeys}</p>
    </details>
  );
}
