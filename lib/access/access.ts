import type { Role } from '@/lib/auth/role';

/** Who asks: a session's claims are one. */
export type Who = { readonly learnerId: string; readonly role: Role; readonly guest: boolean };

/** What may be done: `verb:thing:whose`. Time and class come with the work that needs them (`visibility.ts`). */
export type Permission =
  | 'view:attempt:own'
  | 'view:attempt:any'
  | 'view:progress:own'
  | 'view:progress:any'
  | 'change:account:own'
  | 'export:learner-data:own'
  | 'erase:learner-data:own'
  | 'view:draft:any'
  | 'share:draft:any'
  | 'change:role:any'
  | 'change:class:any'
  | 'administer:site:any';

const everyone = [
  'view:attempt:own',
  'view:progress:own',
  'export:learner-data:own',
  'erase:learner-data:own',
] as const satisfies Permission[];

const signedIn = [...everyone, 'change:account:own'] as const satisfies Permission[];

// An instructor sees a class's work by being its instructor (`…:own-class`), never by being one somewhere.
const granted: Record<Role | 'guest', readonly Permission[]> = {
  guest: everyone,
  learner: signedIn,
  author: [...signedIn, 'view:draft:any', 'share:draft:any'],
  instructor: signedIn,
  admin: [
    ...signedIn,
    'view:draft:any',
    'share:draft:any',
    'view:attempt:any',
    'view:progress:any',
    'change:role:any',
    'change:class:any',
    'administer:site:any',
  ],
};

/** `holds(who, 'change:account:own')`: is this among what they may do at all? Nobody may do nothing. */
export function holds(who: Who | null, permission: Permission): boolean {
  if (!who) return false;
  return granted[who.guest ? 'guest' : who.role].includes(permission);
}

/** Things that belong to a learner. */
export type Owned = { readonly learnerId: string };

/** `mayView(who, 'attempt', attempt)`: by being its owner, or by a permission over everybody's. */
export function mayView(who: Who | null, thing: 'attempt' | 'progress', owned: Owned): boolean {
  const own = who?.learnerId === owned.learnerId && holds(who, `view:${thing}:own`);
  return own || holds(who, `view:${thing}:any`);
}
