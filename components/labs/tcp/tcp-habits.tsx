import type { Side, TcpSetup } from '@/lib/labs/tcp/setup';
import { sides } from '@/lib/labs/tcp/setup';
import { tcpViewWords } from '@/lib/words/tcp-view';
import type { SettingsProps } from '../lab-view';
import styles from './tcp.module.css';

type Host = TcpSetup['client'];
type Switch = {
  name: keyof (typeof tcpViewWords)['en']['switches'];
  isOn: (host: Host) => boolean;
  turned: (host: Host, on: boolean) => Host;
};

const switches: readonly Switch[] = [
  {
    name: 'windowScale',
    isOn: (host) => host.windowScale !== undefined,
    turned: (host, on) => ({
      ...host,
      windowScale: on ? 7 : undefined,
      ...(on ? {} : { window: Math.min(host.window, 65_535) }),
    }),
  },
  {
    name: 'sackPermitted',
    isOn: (host) => host.sackPermitted === true,
    turned: (host, on) => ({ ...host, sackPermitted: on || undefined }),
  },
  {
    name: 'timestamps',
    isOn: (host) => host.timestamps === true,
    turned: (host, on) => ({ ...host, timestamps: on || undefined }),
  },
  { name: 'nagle', isOn: (host) => host.nagle === true, turned: (host, on) => ({ ...host, nagle: on || undefined }) },
  {
    name: 'delayedAck',
    isOn: (host) => host.ackDelay > 0,
    turned: (host, on) => ({ ...host, ackDelay: on ? 200 : 0 }),
  },
  {
    name: 'congestion',
    isOn: (host) => host.congestion !== undefined,
    turned: (host, on) => ({ ...host, congestion: on ? 'new-reno' : undefined }),
  },
  {
    name: 'holds',
    isOn: (host) => host.reading === 'on-call',
    turned: (host, on) => ({ ...host, reading: on ? 'on-call' : 'at-once' }),
  },
];

/** Only a host that others call needs them. */
const listening: readonly Switch[] = [
  {
    name: 'backlog',
    isOn: (host) => host.backlog !== undefined,
    turned: (host, on) => ({ ...host, backlog: on ? 4 : undefined }),
  },
  {
    name: 'cookies',
    isOn: (host) => host.synCookies !== undefined,
    turned: (host, on) => ({
      ...host,
      synCookies: on ? 'when-full' : undefined,
      ...(on ? { backlog: host.backlog ?? 4 } : {}),
    }),
  },
];

/** What each end does and offers. Another habit begins the run anew. */
export function TcpHabits({ locale, setup, onSetup }: SettingsProps<TcpSetup>) {
  const words = tcpViewWords[locale];
  const check = (isOn: boolean, turn: (on: boolean) => TcpSetup) =>
    onSetup
      ? { checked: isOn, onChange: (event: { target: { checked: boolean } }) => onSetup(turn(event.target.checked)) }
      : { defaultChecked: isOn };
  const of = (side: Side) => (side === 'server' ? [...switches, ...listening] : switches);
  return (
    <>
      {sides.map((side) => (
        <fieldset key={side} className={`${styles.network} ${styles.switches}`}>
          <legend>{words.habits(words.sides[side])}</legend>
          {of(side).map(({ name, isOn, turned }) => (
            <label key={name}>
              <input
                type="checkbox"
                {...check(isOn(setup[side]), (on) => ({ ...setup, [side]: turned(setup[side], on) }))}
              />
              {words.switches[name]}
            </label>
          ))}
        </fieldset>
      ))}
      <fieldset className={`${styles.network} ${styles.switches}`}>
        <legend>{words.carrier}</legend>
        <label>
          <input
            type="checkbox"
            {...check(setup.protocol === 'udp', (on) => ({ ...setup, protocol: on ? 'udp' : undefined }))}
          />
          {words.udp}
        </label>
      </fieldset>
    </>
  );
}
