import type { Visit } from '@/lib/labs/journey/visit';
import { journeyViewWords } from '@/lib/words/journey-view';
import type { Locale } from '@/lib/words/locale';
import styles from './journey.module.css';

/** What was typed, cut to what each state of the parser read. */
export function JourneyAddress({ locale, visit }: { locale: Locale; visit: Visit }) {
  const words = journeyViewWords[locale];
  const { steps, remarks } = visit.parsed;
  const isWhole = visit.parsed.kind === 'url' && !/^[a-z][a-z0-9+.-]*:/i.test(visit.typed);
  const typed = isWhole ? `https://${visit.typed.trim()}` : visit.typed;
  return (
    <details className={styles.more}>
      <summary>{words.addressRead}</summary>
      <table className={styles.address}>
        <thead>
          <tr>
            <th scope="col">{words.urlState}</th>
            <th scope="col">{words.urlReads}</th>
          </tr>
        </thead>
        <tbody>
          {steps
            .filter(({ from, to }) => to > from)
            .map(({ state, from, to }) => (
              <tr key={`${state} ${from}`}>
                <th scope="row">
                  {words.states[state] ?? ''} <code lang="en">{state} state</code>
                </th>
                <td>
                  <code>{typed.slice(from, to)}</code>
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      {remarks.map(({ code, at }) => (
        <p key={`${code} ${at}`}>{words.urlRemark(code, at)}</p>
      ))}
    </details>
  );
}
