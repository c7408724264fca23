import * as z from 'zod/mini';
import { type PlayerMove, speeds } from './player-state';

/** Reads a move from the text of a `data-press`; null when it is not one of this lab's. */
export function readMove<Action>(text: string, action: z.ZodMiniType<Action>): PlayerMove<Action> | null {
  const move: z.ZodMiniType<PlayerMove<Action>> = z.union([
    z.object({ kind: z.enum(['step', 'back', 'play', 'pause', 'restart']) }),
    z.object({ kind: z.literal('seek'), at: z.number() }),
    z.object({ kind: z.literal('speed'), speed: z.enum(speeds) }),
    z.object({ kind: z.literal('act'), action }),
  ]);
  try {
    return move.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
