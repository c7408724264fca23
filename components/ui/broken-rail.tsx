import styles from './broken-rail.module.css';

/** The line with a gap in it: what stands above a page that is not there. */
export function BrokenRail() {
  return (
    <svg className={styles.rail} viewBox="0 0 320 56" aria-hidden fill="none" strokeWidth="3" strokeLinecap="round">
      <path d="M8 6v44M312 6v44" stroke="currentColor" />
      <path d="M8 20h120M312 20H208" stroke="var(--accent)" />
      <path d="M128 20l14 16M208 20l-10-9" stroke="var(--accent)" />
      <circle cx="64" cy="20" r="7" fill="var(--accent)" />
      <circle cx="258" cy="20" r="7" fill="var(--paper)" stroke="var(--ring)" />
      <circle cx="168" cy="44" r="7" fill="var(--paper)" stroke="var(--ring)" strokeDasharray="3 6" />
    </svg>
  );
}
