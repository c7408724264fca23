/** The two ends of the lab; what they say to each other goes over a network that somebody may sit in. */
export const sides = ['client', 'server'] as const;
export type Side = (typeof sides)[number];

export function peerOf(side: Side): Side {
  return side === 'client' ? 'server' : 'client';
}
