import type { ProcessState } from '@/lib/labs/process/state';
import { inLocale, type Locale } from '@/lib/words/locale';
import { processWords } from '@/lib/words/process';
import { actionName, stateName, valueText } from './process-labels';

type Props = { locale: Locale; state: ProcessState; caption: string };

/** What was done, one row each: where it led, and the variables after it. */
export function ProcessTable({ locale, state, caption }: Props) {
  const words = processWords[locale];
  const { setup, deeds } = state;
  const first = deeds[0]?.from ?? state.at;
  const started = Object.fromEntries(setup.variables.map(({ id, start }) => [id, start]));
  const rows = [{ action: '', to: first, values: started }, ...deeds];
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {[words.step, words.action, words.leadsTo].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
          {setup.variables.map(({ id, text }) => (
            <th key={id} scope="col">
              {inLocale(text, locale)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ action, to, values }, at) => (
          <tr key={keyAt(at)}>
            <th scope="row">{at}</th>
            <td>{action === '' ? words.start : actionName(setup, action, locale)}</td>
            <td>{stateName(setup, to, locale)}</td>
            {setup.variables.map(({ id }) => (
              <td key={id}>{valueText(setup, id, values[id], locale)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What was done stays done: a row's place is its name. */
function keyAt(place: number): string {
  return String(place);
}
