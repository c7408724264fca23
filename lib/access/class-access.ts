import { holds, type Who } from '@/lib/access/access';

/** What someone is in one class; a site's administrator may be none of these and still look after it. */
export const classRoles = ['learner', 'assistant', 'instructor'] as const;
export type ClassRole = (typeof classRoles)[number];

/** What may be done in a class: `verb:thing`. */
export type ClassPermission =
  /** Its learners' side: what is due, the room. */
  | 'attend:class'
  | 'view:class'
  | 'view:roster'
  | 'view:gradebook'
  | 'view:items'
  | 'view:reports'
  /** Marking `written` answers, and comments. */
  | 'mark:work'
  | 'run:room'
  | 'export:gradebook'
  | 'change:class'
  | 'change:roster'
  | 'assign:work'
  | 'override:grade'
  | 'regrade:item'
  | 'reset:password'
  | 'view:audit'
  | 'erase:class';

const learner = ['attend:class'] as const satisfies ClassPermission[];
const assistant = [
  'view:class',
  'view:roster',
  'view:gradebook',
  'view:items',
  'view:reports',
  'mark:work',
  'run:room',
] as const satisfies ClassPermission[];
const instructor = [
  ...assistant,
  'export:gradebook',
  'change:class',
  'change:roster',
  'assign:work',
  'override:grade',
  'regrade:item',
  'reset:password',
  'view:audit',
  'erase:class',
] as const satisfies ClassPermission[];

const granted: Record<ClassRole, readonly ClassPermission[]> = { learner, assistant, instructor };

/** Someone's place in a class; null: they have none. */
export type Membership = { readonly role: ClassRole } | null;

/** `mayInClass(who, membership, 'view:gradebook')`: by their role in the class, or because they look after the whole site. */
export function mayInClass(who: Who | null, membership: Membership, permission: ClassPermission): boolean {
  if (!who || who.guest) return false;
  if (membership && granted[membership.role].includes(permission)) return true;
  return permission !== 'attend:class' && holds(who, 'change:class:any');
}

/** Whether they teach in it: see the staff's pages at all. */
export function teaches(who: Who | null, membership: Membership): boolean {
  return mayInClass(who, membership, 'view:class');
}
