import { z } from 'zod';

/** What an administrator may set, and what holds until they do. */
export const settingSchemas = {
  /** Who may make a class: everybody with an account, or instructors and administrators. */
  whoMakesClasses: z.enum(['everyone', 'staff']).default('staff'),
  /** Whether people make accounts themselves, or only staff make them. */
  signUp: z.enum(['open', 'closed']).default('open'),
  /** Days after which an archived class and what only it knew of its learners may be erased. */
  retentionDays: z.int().min(30).max(3650).default(730),
  /** Whether a school's systems (LTI) may stand in a private network: their addresses are written by others. */
  privateSystems: z.enum(['allowed', 'refused']).default('refused'),
} as const;

export type Settings = { readonly [Name in keyof typeof settingSchemas]: z.infer<(typeof settingSchemas)[Name]> };
export type SettingName = keyof Settings;

/** What was kept, each value by itself: one that is no longer understood counts as never set. */
export function readSettings(kept: ReadonlyMap<string, unknown>): Settings {
  return {
    whoMakesClasses: settingSchemas.whoMakesClasses.catch('staff').parse(kept.get('whoMakesClasses')),
    signUp: settingSchemas.signUp.catch('open').parse(kept.get('signUp')),
    retentionDays: settingSchemas.retentionDays.catch(730).parse(kept.get('retentionDays')),
    privateSystems: settingSchemas.privateSystems.catch('refused').parse(kept.get('privateSystems')),
  };
}
