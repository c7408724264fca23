import { certificateViewWords } from '@/lib/words/certificate-view';
import type { Locale } from '@/lib/words/locale';
import styles from './certificate.module.css';

/** The picture of the open lock that is given away and the key that is kept; and where it fails. */
export function LockAndKey({ locale }: { locale: Locale }) {
  const { picture } = certificateViewWords[locale];
  return (
    <details className={styles.picture}>
      <summary>{picture.title}</summary>
      <p>{picture.text}</p>
      <svg viewBox="0 0 420 110" role="img" aria-label={picture.label}>
        <g className={styles.keyPart}>
          <circle cx="36" cy="50" r="15" />
          <path d="M51 50h46M82 50v11M93 50v8" />
        </g>
        <path className={styles.giving} d="M124 50h66m-9-6 9 6-9 6" />
        {[240, 310, 380].map((x) => (
          <g key={x} className={styles.lockPart} transform={`translate(${x} 42)`}>
            <path d="M-17 0h34v28h-34Z" />
            <path d="M-10 0v-12a10 10 0 0 1 19-5" />
          </g>
        ))}
        <path className={styles.tagPart} d="M380 70v10M356 80h48v20h-48ZM362 90h24M396 88v4" />
      </svg>
      <ul className={styles.parts}>
        <li data-part="key">{picture.kept}</li>
        <li data-part="lock">{picture.given}</li>
        <li data-part="tag">{picture.tag}</li>
      </ul>
      <p>{picture.fails}</p>
    </details>
  );
}
