import { memo } from 'react';
import type { Side } from '@/lib/labs/tcp/setup';
import type { Endpoint, TcpState } from '@/lib/labs/tcp/state';
import { type VariableName, variable, variableNames } from '@/lib/labs/tcp/variable';
import { labWords } from '@/lib/words/lab';
import type { Locale } from '@/lib/words/locale';
import { tcpViewWords } from '@/lib/words/tcp-view';
import { Fold } from '../fold';
import styles from './tcp.module.css';
import { receivedBy, timersOf } from './tcp-labels';

type Props = { locale: Locale; side: Side; state: TcpState; before: TcpState | null };
type SideProps = Props & { still: boolean };

/** How a variable is written that means nothing yet. */
const nothing = '–';

/** The three that move with every segment; the others stand behind a summary. */
const main: readonly VariableName[] = ['SND.UNA', 'SND.NXT', 'RCV.NXT'];

/** One side of the connection: its state, its variables with "was → is", its timers, what its application has read. */
export function TcpVariables({ locale, side, state, before, still }: SideProps) {
  const words = tcpViewWords[locale];
  const endpoint = state[side];
  if (state.setup.protocol === 'udp') return <UdpSide locale={locale} side={side} state={state} before={before} />;
  const stateWas = before?.[side].state ?? endpoint.state;
  return (
    <div className={styles.side} data-side={side}>
      <p className={styles.sideName}>
        {words.sides[side]}{' '}
        <span className={styles.state} data-changed={stateWas !== endpoint.state || undefined}>
          {endpoint.state}
        </span>
      </p>
      <table className={styles.variables} aria-label={words.variables(words.sides[side])}>
        <tbody>
          {main.map((name) => (
            <VariableRow key={name} name={name} locale={locale} side={side} state={state} before={before} />
          ))}
          <Row
            name={words.timer}
            locale={locale}
            is={timersOf(state, side, locale)}
            was={before && timersOf(before, side, locale)}
            prose
          />
          <Row
            name={words.received}
            locale={locale}
            is={receivedBy(state, side, locale)}
            was={before && receivedBy(before, side, locale)}
            prose
          />
        </tbody>
      </table>
      <Fold className={styles.more} summary={words.allVariables}>
        {!still && (
          <table className={styles.variables} aria-label={words.variables(words.sides[side])}>
            <tbody>
              {variableNames
                .filter((name) => !main.includes(name) && isInUse(name, endpoint, before?.[side]))
                .map((name) => (
                  <VariableRow key={name} name={name} locale={locale} side={side} state={state} before={before} />
                ))}
            </tbody>
          </table>
        )}
      </Fold>
    </div>
  );
}

/** UDP has no connection, so there is nothing to tell but what the application has read. */
function UdpSide({ locale, side, state, before }: Props) {
  const words = tcpViewWords[locale];
  return (
    <div className={styles.side} data-side={side}>
      <p className={styles.sideName}>{words.sides[side]}</p>
      <p className={styles.calmWords}>{words.noConnection}</p>
      <table className={styles.variables} aria-label={words.variablesUdp(words.sides[side])}>
        <tbody>
          <Row
            name={words.received}
            locale={locale}
            is={receivedBy(state, side, locale)}
            was={before && receivedBy(before, side, locale)}
            prose
          />
        </tbody>
      </table>
    </div>
  );
}

/** Those of options and of congestion control are there where the setup has them. */
function isInUse(name: VariableName, is: Endpoint, was: Endpoint | undefined): boolean {
  if (variableNames.indexOf(name) <= variableNames.indexOf('IRS')) return true;
  return variable(is, name) !== null || (was !== undefined && variable(was, name) !== null);
}

function VariableRow({ name, side, state, before, locale }: Props & { name: VariableName }) {
  const text = (value: number | null) => (value === null ? nothing : String(value));
  const was = before && text(variable(before[side], name));
  return <Row name={name} locale={locale} is={text(variable(state[side], name))} was={was} />;
}

type RowProps = { name: string; locale: Locale; was: string | null; is: string; prose?: boolean };

/** A value as it is; where it has just moved, what it was as well, in a form for the eye and one for the ear. */
const Row = memo(function Row({ name, locale, was, is, prose }: RowProps) {
  const spoken = (value: string) => (value === nothing ? tcpViewWords[locale].meansNothingYet : value);
  const changed = was !== null && was !== is;
  const unlikeRead = changed || is === nothing;
  return (
    <tr data-changed={changed || undefined} data-prose={prose}>
      <th scope="row">{name}</th>
      {unlikeRead ? (
        <td>
          <span aria-hidden="true">
            {changed && !prose && <small>{`${was} → `}</small>}
            {is}
          </span>
          <span className="visually-hidden">
            {changed ? labWords[locale].was(spoken(was), spoken(is)) : spoken(is)}
          </span>
        </td>
      ) : (
        <td>{is}</td>
      )}
    </tr>
  );
});
