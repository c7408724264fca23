import styles from './tcp-emblem.module.css';

/** The handshake in three strokes: the TCP lab's sign. */
export function TcpEmblem() {
  return (
    <svg className={styles.emblem} viewBox="22 4 116 96" aria-hidden="true">
      <path className={styles.client} d="M24 6v92" />
      <path className={styles.server} d="M136 6v92" />
      <path className={styles.clientArrow} d="M24 16 132 34m-8-6.500 8 6.500-9.500 4" />
      <path className={styles.serverArrow} d="M136 42 28 60m8-6.500-8 6.500 9.500 4" />
      <path className={styles.clientArrow} d="M24 68 132 86m-8-6.500 8 6.500-9.500 4" />
    </svg>
  );
}
