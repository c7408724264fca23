import * as z from 'zod/mini';
import { keepDraft } from '@/components/quiz/drafts';
import { actionLogLimits } from '@/lib/labs/action-log';

/** What was done in a task is kept as it grows: on this device at once, on the server when one pauses. */
export function keepLog(item: string, version: string, actions: readonly unknown[], round?: string): void {
  if (JSON.stringify(actions).length <= actionLogLimits.bytes)
    keepDraft({ item, version, body: { actions, draw: round } });
}

/** A log that was kept is anybody's text when it is read: it is checked like a link. */
export function readLog<Action>(kept: readonly unknown[], action: z.ZodMiniType<Action>): Action[] {
  const log = z.array(action).check(z.maxLength(actionLogLimits.actions));
  return log.safeParse(kept).data ?? [];
}
