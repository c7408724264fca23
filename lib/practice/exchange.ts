import type { ParsedRequest } from '@/lib/labs/http/parse-message';

/** One message as it came, with what reading it gave. */
export type Said = { readonly bytes: Buffer; readonly parsed: ParsedRequest };

/** What goes out, in its order: bytes, and how long after those before. */
export type Piece = { readonly afterMs: number; readonly bytes: Uint8Array };
export type Answer = { readonly pieces: readonly Piece[]; readonly closes: boolean };

/** What became of a request under a token. */
export type Exchange =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'unknown' | 'over' | 'busy' | 'too-large' }
  | { readonly kind: 'full' | 'too-many'; readonly seconds: number };

/** Answers what was said under a token. `base` is the address of its root, without a slash at its end. */
export type Practising = (token: string, base: string, said: Said) => Promise<Exchange>;
