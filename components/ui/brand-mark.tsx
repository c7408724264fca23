/** Two posts and two rails: the handrail, and three segments crossing a wire. */
export function BrandMark({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" fill="none" strokeWidth="2" strokeLinecap="round" aria-hidden>
      <path d="M3 3v14M17 3v14" stroke="currentColor" />
      <path d="M3 6l14 3M17 9L3 13" stroke="var(--accent)" />
    </svg>
  );
}
