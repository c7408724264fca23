import type { ProcessAction } from '@/lib/labs/process/action';
import type { ProcessState } from '@/lib/labs/process/state';
import { outcomeOf } from '@/lib/labs/process/step';
import { inLocale } from '@/lib/words/locale';
import { processWords } from '@/lib/words/process';
import lab from '../lab.module.css';
import type { ControlsProps } from '../lab-view';
import styles from './process.module.css';

/** Everything that can be done, as buttons in the author's order. What cannot be done now stays, so that nothing jumps, and says why when it is pressed. */
export function ProcessControls({ locale, state, allows, press }: ControlsProps<ProcessState, ProcessAction>) {
  const words = processWords[locale];
  return (
    <fieldset className={styles.actions}>
      <legend>{words.actions}</legend>
      {state.setup.actions
        .filter(({ id }) => allows(id))
        .map(({ id, text }) => {
          const isOpen = outcomeOf(state, id).kind === 'open';
          return (
            <button
              key={id}
              type="button"
              className={lab.button}
              aria-disabled={!isOpen}
              {...press({ kind: 'act', action: { kind: id } })}
            >
              {inLocale(text, locale)}
            </button>
          );
        })}
    </fieldset>
  );
}
