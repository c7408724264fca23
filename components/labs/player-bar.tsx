import type { ChangeEvent } from 'react';
import { labWords } from '@/lib/words/lab';
import type { Locale } from '@/lib/words/locale';
import styles from './lab.module.css';
import type { Press } from './lab-view';
import { type Speed, speeds } from './player-state';

type Props<Action> = {
  locale: Locale;
  at: number;
  last: number;
  canStep: boolean;
  playing: boolean;
  speed: Speed;
  press: Press<Action>;
  /** Left out where the bar is only drawn, on the server. */
  onSeek?: (at: number) => void;
  onSpeed?: (speed: Speed) => void;
};

/** The handrail of a lab: back, step, play, the position, speed, start over. */
export function PlayerBar<Action>({
  locale,
  at,
  last,
  canStep,
  playing,
  speed,
  press,
  onSeek,
  onSpeed,
}: Props<Action>) {
  const words = labWords[locale];
  return (
    <div className={styles.bar}>
      {/* aria-disabled, not disabled: a button that loses its focus in mid-run would throw a keyboard user out of the lab. */}
      <button
        type="button"
        className={styles.button}
        aria-label={words.back}
        aria-disabled={at === 0}
        {...press({ kind: 'back' })}
      >
        <Icon path="M12.5 4v10L5 9z" />
      </button>
      <button
        type="button"
        className={`${styles.button} ${styles.primary} ${styles.step}`}
        aria-disabled={!canStep}
        {...press({ kind: 'step' })}
      >
        <Icon path="M4 4v10l7.5-5zM12.5 4v10" />
        {words.step}
      </button>
      <button
        type="button"
        className={styles.button}
        aria-label={playing ? words.pause : words.play}
        aria-disabled={!playing && !canStep}
        {...press({ kind: playing ? 'pause' : 'play' })}
      >
        <Icon path={playing ? 'M6 4v10M12 4v10' : 'M5.5 3.5v11L14 9z'} />
      </button>
      <input
        type="range"
        className={styles.scrub}
        min={0}
        max={Math.max(last, 1)}
        value={at}
        aria-label={words.scrub}
        aria-valuetext={words.position(at, last)}
        data-press="seek"
        {...(onSeek
          ? { onChange: (event: ChangeEvent<HTMLInputElement>) => onSeek(event.target.valueAsNumber) }
          : { readOnly: true })}
      />
      <output className={styles.count} aria-hidden="true">
        {`${at} / ${last}`}
      </output>
      <label className={styles.speed}>
        <span className="visually-hidden">{words.speed}</span>
        <select {...(onSpeed ? { value: speed, onChange: chooseSpeed(onSpeed) } : { defaultValue: speed })}>
          {speeds.map((it) => (
            <option key={it} value={it}>
              {words.speeds[it]}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className={styles.button} aria-label={words.restart} {...press({ kind: 'restart' })}>
        <Icon path="M4 9a5 5 0 1 0 1.6-3.7M4.2 2.8v3h3" line />
        <span className={styles.restartWord}>{words.restart}</span>
      </button>
    </div>
  );
}

function chooseSpeed(onSpeed: (speed: Speed) => void) {
  return (event: ChangeEvent<HTMLSelectElement>) => {
    const wanted = speeds.find((it) => it === event.target.value);
    if (wanted) onSpeed(wanted);
  };
}

function Icon({ path, line = false }: { path: string; line?: boolean }) {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" className={line ? styles.iconLine : styles.icon}>
      <path d={path} />
    </svg>
  );
}
