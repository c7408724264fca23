import styles from '../tcp/tcp-emblem.module.css';

/** A request line, its answer, and a copy that stays with the browser: the HTTP lab's sign. */
export function HttpEmblem() {
  return (
    <svg className={styles.emblem} viewBox="22 4 116 96" aria-hidden="true">
      <path className={styles.client} d="M24 6v92" />
      <path className={styles.server} d="M136 6v92" />
      <path className={styles.clientArrow} d="M24 20h112m-8-5 8 5-8 5" />
      <path className={styles.serverArrow} d="M136 42H24m8-5-8 5 8 5" />
      <path className={styles.clientArrow} d="M40 62h30v26H40zM46 70h18M46 76h18M46 82h11" />
      <path className={styles.clientArrow} d="M84 75a12 12 0 1 0 4-9m0-6v7h7" />
    </svg>
  );
}
