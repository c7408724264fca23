import { z } from 'zod';
import { holds, type Who } from '@/lib/access/access';
import { parseClassName } from '@/lib/classes/class-name';
import { isTimeZone } from '@/lib/classes/time-zone';
import type { Settings } from '@/lib/settings/settings';
import { locales } from '@/lib/words/locale';

/** Everybody with an account where the site has set it so; instructors and administrators always; guests never. */
export function mayMakeClass(who: Who | null, { whoMakesClasses }: Pick<Settings, 'whoMakesClasses'>): boolean {
  if (!who || who.guest) return false;
  return whoMakesClasses === 'everyone' || who.role === 'instructor' || holds(who, 'change:class:any');
}

/** What is set of a class by its form. */
export const classPlanSchema = z.object({
  name: z.string().max(1000).transform(parseClassName).pipe(z.string().min(1)),
  timeZone: z.string().refine(isTimeZone),
  locale: z.enum(locales),
  /** The paths it follows, in order; none: every path. */
  paths: z.array(z.string().regex(/^[a-z0-9-]{1,80}$/)).max(200),
  isPseudonymous: z.boolean(),
});

export type ClassPlan = z.infer<typeof classPlanSchema>;
