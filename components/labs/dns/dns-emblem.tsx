import styles from '../tcp/tcp-emblem.module.css';

/** A tree read from its root, and one way down it: the DNS lab's sign. */
export function DnsEmblem() {
  return (
    <svg className={styles.emblem} viewBox="22 4 116 96" aria-hidden="true">
      <path className={styles.client} d="M80 18 44 50M44 50 32 84M80 18v32M116 50l14 34M80 50v34" />
      <path className={styles.serverArrow} d="M80 18 116 50M116 50l-12 34m-1-9 1 9 7-6" />
      <path className={styles.clientArrow} d="M74 12h12v12H74zM38 44h12v12H38zM110 44h12v12h-12z" />
    </svg>
  );
}
