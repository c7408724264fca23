import type { TcpSetup } from '@/lib/labs/tcp/setup';
import { tcpViewWords } from '@/lib/words/tcp-view';
import type { SettingsProps } from '../lab-view';
import styles from './tcp.module.css';
import { TcpHabits } from './tcp-habits';

const milliseconds = [10, 40, 150, 600] as const;
const extra = [0, 50, 200, 1_000] as const;
const shares = [0, 0.05, 0.1, 0.33, 0.5, 1] as const;

/** What the network does to segments. Another network begins the run anew: the same calls on another wire. */
export function TcpNetwork(props: SettingsProps<TcpSetup>) {
  const { locale, setup, onSetup } = props;
  const words = tcpViewWords[locale];
  const { delay, jitter, loss, duplication } = setup.network;
  const knobs = [
    { name: 'delay', label: words.oneWay, value: delay, choices: milliseconds, text: words.milliseconds },
    { name: 'jitter', label: words.jitterLabel, value: jitter, choices: extra, text: words.milliseconds },
    { name: 'loss', label: words.lossLabel, value: loss, choices: shares, text: words.percent },
    { name: 'duplication', label: words.copiesLabel, value: duplication, choices: shares, text: words.percent },
  ] as const;
  return (
    <>
      <fieldset className={styles.network}>
        <legend>{words.network}</legend>
        {knobs.map(({ name, label, value, choices, text }) => (
          <label key={name}>
            {label}
            <select
              {...(onSetup
                ? {
                    value,
                    onChange: (event: { target: { value: string } }) =>
                      onSetup({ ...setup, network: { ...setup.network, [name]: Number(event.target.value) } }),
                  }
                : { defaultValue: value })}
            >
              {[...new Set([...choices, value])]
                .sort((a, b) => a - b)
                .map((choice) => (
                  <option key={choice} value={choice}>
                    {text(choice)}
                  </option>
                ))}
            </select>
          </label>
        ))}
        <p>{words.networkHint}</p>
      </fieldset>
      <TcpHabits {...props} />
    </>
  );
}
