import styles from './certificate.module.css';

/** A chain of three sheets, each sealed by the one above: the certificate lab's sign. */
export function CertificateEmblem() {
  return (
    <svg className={styles.emblem} viewBox="0 0 120 96" aria-hidden="true">
      {[0, 1, 2].map((at) => (
        <g key={at} transform={`translate(${8 + at * 32} ${52 - at * 24})`}>
          <path className={styles.sheet} d="M0 0h34v32H0ZM6 9h18M6 16h12" />
          <circle className={styles.seal} cx="26" cy="24" r="5" />
        </g>
      ))}
    </svg>
  );
}
