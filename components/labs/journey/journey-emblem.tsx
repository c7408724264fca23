import styles from '../tcp/tcp-emblem.module.css';

/** Bars on one scale of time, each beginning where the one before lets it: the journey lab's sign. */
export function JourneyEmblem() {
  return (
    <svg className={styles.emblem} viewBox="22 4 116 96" aria-hidden="true">
      <path className={styles.client} d="M28 20h34" />
      <path className={styles.server} d="M62 20h22" />
      <path className={styles.client} d="M66 42h30" />
      <path className={styles.server} d="M96 42h18" />
      <path className={styles.clientArrow} d="M72 64h26" />
      <path className={styles.serverArrow} d="M98 64h34" />
      <path className={styles.clientArrow} d="M28 90h104m-8-5 8 5-8 5" />
    </svg>
  );
}
