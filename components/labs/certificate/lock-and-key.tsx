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
      <svg viewBox="0 0 520 170" role="img" aria-label={picture.label}>
        <g className={styles.keyPart} transform="translate(60 70)">
          <circle cx="0" cy="0" r="15" />
          <path d="M15 0h46M46 0v11M57 0v8" />
          <text x="22" y="58">
            {picture.kept}
          </text>
        </g>
        {[0, 1, 2].map((at) => (
          <g key={at} className={styles.lockPart} transform={`translate(${270 + at * 74} 62)`}>
            <path d="M-17 0h34v28h-34Z" />
            <path d="M-10 0v-12a10 10 0 0 1 19-5" />
          </g>
        ))}
        <path className={styles.giving} d="M140 70h92m-9-6 9 6-9 6" />
        <text className={styles.words} x="344" y="128">
          {picture.given}
        </text>
        <g className={styles.tagPart}>
          <path d="M418 90v14M386 104h64v22h-64Z" />
          <circle cx="440" cy="115" r="4" />
          <text x="418" y="150">
            {picture.tag}
          </text>
        </g>
      </svg>
      <p>{picture.fails}</p>
    </details>
  );
}
