import styles from '../tcp/tcp-emblem.module.css';

/** Two hellos, and a lock that closes between the sides: the TLS lab's sign. */
export function TlsEmblem() {
  return (
    <svg className={styles.emblem} viewBox="22 4 116 96" aria-hidden="true">
      <path className={styles.client} d="M24 6v92" />
      <path className={styles.server} d="M136 6v92" />
      <path className={styles.clientArrow} d="M24 14 132 24m-8-5 8 5-9 4" />
      <path className={styles.serverArrow} d="M136 34 28 44m8-5-8 5 9 4" />
      <path className={styles.clientArrow} d="M71 68v-6a9 9 0 0 1 18 0v6M66 68h28v22H66z" />
    </svg>
  );
}
