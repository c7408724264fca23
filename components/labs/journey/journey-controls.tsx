import type { ChangeEvent, FormEvent } from 'react';
import { type JourneyAction, memories } from '@/lib/labs/journey/action';
import { causes } from '@/lib/labs/journey/cause';
import type { JourneyState } from '@/lib/labs/journey/state';
import { journeyWords } from '@/lib/words/journey';
import { journeyViewWords } from '@/lib/words/journey-view';
import lab from '../lab.module.css';
import type { ControlsProps } from '../lab-view';
import { AddressBar } from './address-bar';
import styles from './journey.module.css';

type Props = ControlsProps<JourneyState, JourneyAction>;

/** The address bar, the network, the browser's memory, time, and what the learner takes for the reason. */
export function JourneyControls(props: Props) {
  const { id, locale, state, allows, press, act } = props;
  const words = journeyViewWords[locale];
  return (
    <div className={styles.controls}>
      {allows('visit') && <AddressBar {...{ id, locale, state, press, act }} />}
      {allows('finish') && state.shownUntil !== null && (
        <button type="button" className={lab.button} {...press({ kind: 'act', action: { kind: 'finish' } })}>
          {words.finish}
        </button>
      )}
      {allows('set') && <NetworkSliders {...props} />}
      <div className={styles.row}>
        {allows('forget') && <Forget {...props} />}
        {allows('wait') && <Waits {...props} />}
      </div>
      {allows('diagnose') && <Diagnosis {...props} />}
    </div>
  );
}

const sliders = [
  { key: 'distance', least: 1, most: 300, step: 1 },
  { key: 'resolverDistance', least: 1, most: 200, step: 1 },
  { key: 'loss', least: 0, most: 0.3, step: 0.01 },
] as const;

/** A bandwidth as one buys it. */
const bandwidths = [128, 400, 1_000, 5_000, 20_000, 100_000, 1_000_000];

function NetworkSliders({ id, locale, state, act }: Props) {
  const words = journeyViewWords[locale];
  const { network } = state.setup;
  const names = { distance: words.distance, resolverDistance: words.resolver, loss: words.loss };
  const written = (key: (typeof sliders)[number]['key']) =>
    key === 'loss' ? words.percent(network.loss) : words.ms(network[key]);
  return (
    <fieldset className={styles.network}>
      <legend>{words.network}</legend>
      {sliders.map(({ key, least, most, step }) => (
        <label key={key} htmlFor={`${id}-${key}`}>
          <span>{names[key]}</span>
          <input
            id={`${id}-${key}`}
            type="range"
            min={least}
            max={most}
            step={step}
            aria-valuetext={written(key)}
            {...(act
              ? {
                  value: network[key],
                  onChange: (event: ChangeEvent<HTMLInputElement>) =>
                    act({ kind: 'set', [key]: Number(event.target.value) }),
                }
              : { defaultValue: network[key] })}
          />
          <output htmlFor={`${id}-${key}`}>{written(key)}</output>
        </label>
      ))}
      <label htmlFor={`${id}-bandwidth`}>
        <span>{words.bandwidth}</span>
        <select
          id={`${id}-bandwidth`}
          {...(act
            ? {
                value: network.bandwidth,
                onChange: (event: ChangeEvent<HTMLSelectElement>) =>
                  act({ kind: 'set', bandwidth: Number(event.target.value) }),
              }
            : { defaultValue: network.bandwidth })}
        >
          {[...new Set([...bandwidths, network.bandwidth])]
            .sort((a, b) => a - b)
            .map((one) => (
              <option key={one} value={one}>
                {words.kbit(one)}
              </option>
            ))}
        </select>
      </label>
      {(['keepAlive', 'resumption'] as const).map((key) => (
        <label key={key} className={styles.check}>
          <input
            type="checkbox"
            {...(act
              ? {
                  checked: network[key],
                  onChange: (event: ChangeEvent<HTMLInputElement>) => act({ kind: 'set', [key]: event.target.checked }),
                }
              : { defaultChecked: network[key] })}
          />{' '}
          {words[key]}
        </label>
      ))}
    </fieldset>
  );
}

function Forget({ locale, press }: Props) {
  const words = journeyViewWords[locale];
  return (
    <fieldset className={styles.group}>
      <legend>{words.forget}</legend>
      {memories.map((what) => (
        <button
          key={what}
          type="button"
          className={lab.button}
          aria-label={words.forgetWhat(words.forgets[what])}
          {...press({ kind: 'act', action: { kind: 'forget', what } })}
        >
          {words.forgets[what]}
        </button>
      ))}
    </fieldset>
  );
}

function Waits({ locale, press }: Props) {
  const words = journeyViewWords[locale];
  return (
    <fieldset className={styles.group}>
      <legend>{words.wait}</legend>
      {Object.entries(words.waits).map(([ms, name]) => (
        <button
          key={ms}
          type="button"
          className={lab.button}
          aria-label={words.waitFor(name)}
          {...press({ kind: 'act', action: { kind: 'wait', ms: Number(ms) } })}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}

function Diagnosis({ id, locale, state, act }: Props) {
  const words = journeyViewWords[locale];
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget).get('cause');
    const cause = causes.find((one) => one === chosen);
    if (cause) act?.({ kind: 'diagnose', cause });
  };
  return (
    <form className={styles.diagnosis} onSubmit={submit}>
      <label htmlFor={`${id}-cause`}>{words.diagnose}</label>
      <select id={`${id}-cause`} name="cause" aria-label={words.cause}>
        {causes.map((cause) => (
          <option key={cause} value={cause}>
            {journeyWords[locale].causes[cause]}
          </option>
        ))}
      </select>
      <button
        type="submit"
        className={lab.button}
        disabled={act !== undefined && (state.visits.length === 0 || state.shownUntil !== null)}
      >
        {words.sayCause}
      </button>
    </form>
  );
}
