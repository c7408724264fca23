import styles from './process.module.css';

/** Three states and the ways between them: the process lab's sign. */
export function ProcessEmblem() {
  return (
    <svg className={styles.emblem} viewBox="0 0 116 96" aria-hidden="true">
      <path d="M44 24h28M58 72 36 38M80 38 58 72" />
      <circle cx="28" cy="24" r="14" />
      <circle cx="88" cy="24" r="14" />
      <circle data-now="" cx="58" cy="78" r="14" />
    </svg>
  );
}
