import { listenerMeans, type TlsAction } from '@/lib/labs/tls/action';
import { swappables } from '@/lib/labs/tls/endpoint';
import type { Side } from '@/lib/labs/tls/side';
import type { TlsRecord, TlsState } from '@/lib/labs/tls/state';
import { suiteNames } from '@/lib/labs/tls/suites';
import { tlsWords } from '@/lib/words/tls';
import { tlsViewWords } from '@/lib/words/tls-view';
import lab from '../lab.module.css';
import type { ControlsProps } from '../lab-view';
import { FlipForm } from './flip-form';
import styles from './tls.module.css';
import { saidIn } from './tls-labels';
import { TlsPaper } from './tls-paper';

type Props = ControlsProps<TlsState, TlsAction>;

/** What a learner can do to the client, to the wire and to the server, as a listener, and on paper. */
export function TlsControls(props: Props) {
  return (
    <>
      <div className={styles.controls}>
        <Calls {...props} side="client" />
        <Wire {...props} />
        <Calls {...props} side="server" />
      </div>
      <TlsPaper {...props} />
    </>
  );
}

function Calls({ locale, state, allows, press, side }: Props & { side: Side }) {
  const words = tlsViewWords[locale];
  const calls: { label: string; action: TlsAction }[] = [
    ...(side === 'client' && allows('connect') ? [{ label: words.connect, action: { kind: 'connect' } as const }] : []),
    ...(side === 'client' && allows('resume') && state.sessions.length > 0
      ? [{ label: words.resume, action: { kind: 'resume' } as const }]
      : []),
    ...(allows('send', side) ? [{ label: words.send[side], action: { kind: 'send', side } as const }] : []),
    ...(allows('update-keys', side) && state[side].version === '1.3'
      ? [{ label: words.updateKeys, action: { kind: 'update-keys', side } as const }]
      : []),
    ...(allows('close', side) ? [{ label: words.close, action: { kind: 'close', side } as const }] : []),
  ];
  return (
    <fieldset className={styles.calls} data-side={side}>
      <legend>{words.sides[side]}</legend>
      {calls.map(({ label, action }) => (
        <button
          key={action.kind}
          type="button"
          className={lab.button}
          aria-label={words.callOf(label, words.sides[side])}
          {...press({ kind: 'act', action })}
        >
          {label}
        </button>
      ))}
      {allows('swap-value', side) && (
        <details className={styles.more}>
          <summary>{words.swap}</summary>
          {swappables.map((value) => (
            <button
              key={value}
              type="button"
              className={lab.button}
              aria-label={words.callOf(tlsWords[locale].values[value], words.sides[side])}
              {...press({ kind: 'act', action: { kind: 'swap-value', side, value } })}
            >
              {tlsWords[locale].values[value]}
            </button>
          ))}
        </details>
      )}
    </fieldset>
  );
}

function Wire(props: Props) {
  const { locale, state, allows, press } = props;
  const words = tlsViewWords[locale];
  const underWay = state.wire.flatMap((id) => state.records[id] ?? []);
  return (
    <fieldset className={styles.calls} data-side="wire">
      <legend>{words.wire}</legend>
      {underWay.length === 0 && <p className={styles.empty}>{words.emptyWire}</p>}
      <ul className={styles.wireList}>
        {underWay.map((record) => (
          <li key={record.id} data-side={record.from}>
            <Deeds {...props} record={record} />
          </li>
        ))}
      </ul>
      {allows('listen') && (
        <p className={styles.listen}>
          {listenerMeans.map((means) => (
            <button
              key={means}
              type="button"
              className={lab.button}
              aria-pressed={state.listener === means}
              {...press({ kind: 'act', action: { kind: 'listen', means } })}
            >
              {words.listenWith[means]}
            </button>
          ))}
        </p>
      )}
    </fieldset>
  );
}

function Deeds({ id, locale, state, allows, press, act, record }: Props & { record: TlsRecord }) {
  const words = tlsViewWords[locale];
  const said = saidIn(record, locale);
  const name = words.record(record.id + 1, said);
  const deeds = deedsOf(record, state, words).filter(({ action }) => allows(action.kind));
  return (
    <>
      <b>{`${record.id + 1} ${said}`}</b>
      {deeds.map(({ label, action }) => (
        <button
          key={action.kind}
          type="button"
          className={lab.button}
          aria-label={words.deed(label, name)}
          {...press({ kind: 'act', action })}
        >
          {label}
        </button>
      ))}
      {allows('flip') && <FlipForm id={id} locale={locale} record={record} name={name} press={press} act={act} />}
    </>
  );
}

type Deed = { label: string; action: TlsAction };

/** What can be done to a record: to a hello and to a certificate in the clear more than to others. */
function deedsOf(record: TlsRecord, state: TlsState, words: (typeof tlsViewWords)['en']): Deed[] {
  const { id: number, said, protection } = record;
  const first = said[0]?.kind;
  const deeds: Deed[] = [
    { label: words.drop, action: { kind: 'drop', record: number } },
    { label: words.replay, action: { kind: 'replay', record: number } },
    { label: words.hold, action: { kind: 'hold', record: number } },
  ];
  if (protection) return deeds;
  const [suite] = suiteNames.filter((name) => state.setup.client.suites.includes(name));
  if (first === 'client_hello') {
    if (suite) deeds.push({ label: words.strip, action: { kind: 'strip-suite', record: number, suite } });
    deeds.push({ label: words.lower, action: { kind: 'lower-version', record: number, to: '1.2' } });
  }
  if (first === 'certificate') {
    deeds.push({
      label: words.swapCertificate,
      action: { kind: 'swap-certificate', record: number, certificate: 'unknown-ca' },
    });
  }
  return deeds;
}
