import { memo } from 'react';
import type { TcpAction } from '@/lib/labs/tcp/action';
import type { Segment } from '@/lib/labs/tcp/segment';
import type { Side, TcpSetup } from '@/lib/labs/tcp/setup';
import type { TcpState } from '@/lib/labs/tcp/state';
import { tcpViewWords } from '@/lib/words/tcp-view';
import { Fold } from '../fold';
import lab from '../lab.module.css';
import type { ControlsProps } from '../lab-view';
import { CorruptForm } from './corrupt-form';
import { SegmentForm } from './segment-form';
import forms from './segment-form.module.css';
import styles from './tcp.module.css';
import { flagsOf, nameOf, timeOf } from './tcp-labels';
import { SendField } from './tcp-send';

type Props = ControlsProps<TcpState, TcpAction>;

/** The longest an author's setup keeps TIME-WAIT is four minutes. */
const waits = [100, 1_000, 60_000, 240_000] as const;

/** Enough to fill any backlog the settings offer. */
const floodSize = 12;

/** So many of those under way can be chosen from, the next to arrive first; a flood would bring hundreds of buttons. */
const mostListed = 24;

/** What a learner can do to the client, to the wire and to the server, side by side as they stand in the diagram. */
export function TcpControls(props: Props) {
  return (
    <>
      <div className={styles.controls}>
        <Calls {...callsOf(props)} side="client" />
        <Wire {...props} />
        <Calls {...callsOf(props)} side="server" />
      </div>
      <ByHand {...props} />
    </>
  );
}

/** What someone does who sits on the network: builds segments of their own, and damages those of others. */
function ByHand({ locale, state, allows, act }: Props) {
  const words = tcpViewWords[locale];
  if (state.setup.protocol === 'udp') return null;
  const kind = allows('craft') ? 'craft' : allows('forge') ? 'forge' : null;
  return (
    <>
      {kind && (
        <Fold className={forms.more} summary={words.build[kind]}>
          {act && <SegmentForm locale={locale} kind={kind} state={state} act={act} />}
        </Fold>
      )}
      {allows('corrupt') && (
        <Fold className={forms.more} summary={words.corrupt.title}>
          {act && <CorruptForm locale={locale} underWay={underWayIn(state).slice(0, mostListed)} act={act} />}
        </Fold>
      )}
    </>
  );
}

/** Those under way, the next to arrive first. */
function underWayIn(state: TcpState): Segment[] {
  return state.wire.flatMap((id) => state.segments[id] ?? []).sort((a, b) => a.at - b.at || a.id - b.id);
}

type CallsProps = Omit<Props, 'state'> & { setup: TcpSetup; side: Side };

function callsOf({ state, ...props }: Props): Omit<CallsProps, 'side'> {
  return { ...props, setup: state.setup };
}

/** What an application may ask of its side: while a run goes on, always the same. */
const Calls = memo(function Calls({ id, locale, setup, allows, press, act, side }: CallsProps) {
  const words = tcpViewWords[locale];
  const hasConnections = setup.protocol !== 'udp';
  const calls = (['listen', 'open', 'receive', 'close', 'abort'] as const)
    .filter((call) => allows(call, side) && (hasConnections || call === 'receive'))
    .filter((call) => call !== 'receive' || setup[side].reading === 'on-call');
  return (
    <fieldset className={styles.calls} data-side={side}>
      <legend>{words.sides[side]}</legend>
      {calls.map((kind) => (
        <button
          key={kind}
          type="button"
          className={lab.button}
          aria-label={words.callOf(words.calls[kind], words.sides[side])}
          {...press({ kind: 'act', action: { kind, side } })}
        >
          {words.calls[kind]}
        </button>
      ))}
      {hasConnections && allows('flood', side) && setup[side].backlog !== undefined && (
        <button
          type="button"
          className={lab.button}
          aria-label={words.callOf(words.flood(floodSize), words.sides[side])}
          {...press({ kind: 'act', action: { kind: 'flood', side, syns: floodSize } })}
        >
          {words.flood(floodSize)}
        </button>
      )}
      {allows('send', side) && <SendField id={id} locale={locale} side={side} press={press} act={act} />}
    </fieldset>
  );
});

function Wire({ locale, state, allows, press }: Props) {
  const words = tcpViewWords[locale];
  const underWay = underWayIn(state);
  const mayWait = allows('wait');
  const past = state.segments.findLast(({ fate, text }) => fate !== 'in-flight' && text.length > 0);
  return (
    <fieldset className={styles.calls} data-side="wire">
      <legend>{words.wire}</legend>
      {underWay.length === 0 && <p className={styles.none}>{words.emptyWire}</p>}
      <ul className={styles.wireList}>
        {underWay.slice(0, mostListed).map((segment) => (
          <li key={segment.id} data-side={segment.from}>
            <Deeds segment={segment} locale={locale} allows={allows} press={press} />
          </li>
        ))}
      </ul>
      {underWay.length > mostListed && (
        <p className={styles.none}>{words.moreUnderWay(underWay.length - mostListed)}</p>
      )}
      {past && allows('replay') && (
        <button
          type="button"
          className={lab.button}
          {...press({ kind: 'act', action: { kind: 'replay', segment: past.id } })}
        >
          {words.deed(words.comeAgain, nameOf(past, locale))}
        </button>
      )}
      {mayWait && (
        <p className={styles.waits}>
          {waits.map((ms) => (
            <button
              key={ms}
              type="button"
              className={lab.button}
              {...press({ kind: 'act', action: { kind: 'wait', ms } })}
            >
              {words.wait(timeOf(ms))}
            </button>
          ))}
        </p>
      )}
    </fieldset>
  );
}

function Deeds({ segment, locale, allows, press }: Pick<Props, 'locale' | 'allows' | 'press'> & { segment: Segment }) {
  const words = tcpViewWords[locale];
  const name = nameOf(segment, locale);
  const deeds: { label: string; action: TcpAction }[] = [
    { label: words.deliver, action: { kind: 'deliver', segment: segment.id } },
    { label: words.drop, action: { kind: 'drop', segment: segment.id } },
    { label: words.duplicate, action: { kind: 'duplicate', segment: segment.id } },
    { label: words.hold, action: { kind: 'delay', segment: segment.id, ms: 1_000 } },
  ];
  return (
    <>
      <span>
        {segment.from === 'server' && '← '}
        <b>{flagsOf(segment)}</b>
        {segment.from === 'client' && ' →'}
      </span>
      {deeds
        .filter(({ action }) => allows(action.kind))
        .map(({ label, action }) => (
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
    </>
  );
}
