import type { ProcessAction } from '@/lib/labs/process/action';
import type { ProcessEvent } from '@/lib/labs/process/event';
import type { ProcessState } from '@/lib/labs/process/state';
import { labWords } from '@/lib/words/lab';
import { inLocale, type Locale } from '@/lib/words/locale';
import { processWords } from '@/lib/words/process';
import type { StageProps, WholeProps } from '../lab-view';
import styles from './process.module.css';
import { ProcessDiagram } from './process-diagram';
import { valueText } from './process-labels';

/** The states as a picture and as a list, and the variables as a table: was → is. */
export function ProcessStage({
  id,
  locale,
  before,
  frame: { state },
}: StageProps<ProcessState, ProcessAction, ProcessEvent>) {
  const words = processWords[locale];
  const { setup, at, deeds } = state;
  const been = new Set(deeds.map(({ from }) => from));
  const here = setup.states.find((one) => one.id === at);
  return (
    <div className={styles.stage}>
      <ProcessDiagram id={id} locale={locale} state={state} />
      <ol className={styles.states} aria-label={words.states}>
        {setup.states.map((one) => (
          <li key={one.id} aria-current={one.id === at ? 'step' : undefined} data-been={been.has(one.id) || undefined}>
            {inLocale(one.text, locale)}
            {one.id === at && <i>{words.now}</i>}
            {one.id !== at && been.has(one.id) && <i>{words.been}</i>}
          </li>
        ))}
      </ol>
      <div className={styles.beside}>
        {here?.about && <p className={styles.about}>{inLocale(here.about, locale)}</p>}
        {setup.variables.length > 0 && <Variables locale={locale} state={state} before={before?.state ?? null} />}
      </div>
    </div>
  );
}

type VariablesProps = { locale: Locale; state: ProcessState; before: ProcessState | null };

function Variables({ locale, state, before }: VariablesProps) {
  const { setup } = state;
  return (
    <table className={styles.variables}>
      <caption>{processWords[locale].variables}</caption>
      <tbody>
        {setup.variables.map(({ id, text }) => {
          const is = valueText(setup, id, state.values[id], locale);
          const was = before ? valueText(setup, id, before.values[id], locale) : is;
          return (
            <tr key={id} data-changed={was !== is || undefined}>
              <th scope="row">{inLocale(text, locale)}</th>
              <td>
                {was === is ? (
                  is
                ) : (
                  <>
                    <span aria-hidden="true">
                      <small>{`${was} → `}</small>
                      {is}
                    </span>
                    <span className="visually-hidden">{labWords[locale].was(was, is)}</span>
                  </>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

export function ProcessWhole({ id, locale, state, named }: WholeProps<ProcessState>) {
  return (
    <div className={styles.whole}>
      <ProcessDiagram id={`${id}-whole`} locale={locale} state={state} named={named} />
    </div>
  );
}
