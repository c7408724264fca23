import * as z from 'zod/mini';
import { actionLogLimits } from '@/lib/labs/action-log';

const prefix = 'handrail.task.';

/**
 * What was done in a task and not handed in stays on this device. A log belongs to the version of the task it was made in, and is
 * anybody's text when read: it is checked like a link.
 */
export function keepLog(item: string, version: string, actions: readonly unknown[]): void {
  try {
    const text = JSON.stringify({ version, actions });
    if (actions.length === 0) localStorage.removeItem(prefix + item);
    else if (text.length <= actionLogLimits.bytes) localStorage.setItem(prefix + item, text);
  } catch {
    // Storage is full or not allowed: the task works, it is only not kept.
  }
}

export function keptLog<Action>(item: string, version: string, action: z.ZodMiniType<Action>): Action[] {
  const log = z.object({
    version: z.literal(version),
    actions: z.array(action).check(z.maxLength(actionLogLimits.actions)),
  });
  try {
    return log.safeParse(JSON.parse(localStorage.getItem(prefix + item) ?? 'null')).data?.actions ?? [];
  } catch {
    return [];
  }
}
