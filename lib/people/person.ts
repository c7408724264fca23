import type { Role } from '@/lib/auth/role';

/** Somebody with an account, as an administrator sees them. */
export type Person = {
  readonly id: string;
  readonly login: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly role: Role;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly suspendedAt: Date | null;
};

/** What can be done to a person. */
export type PersonChange =
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'suspend' | 'let-back' | 'erase' };

/** Why it cannot. */
export type PersonRefusal =
  /** They are gone, or never were. */
  | 'no-person'
  /** Nobody locks themselves out. */
  | 'oneself'
  /** Somebody must be left who can let people back. */
  | 'last-admin';

export type Standing = {
  readonly person: Pick<Person, 'id' | 'role' | 'suspendedAt'>;
  readonly actorId: string;
  /** Administrators who can sign in, this person included if they are one. */
  readonly admins: number;
};

/** Whether a change would leave the site without anybody to run it, or its maker without a way in. Undefined: it may be made. */
export function whyNotChange(change: PersonChange, { person, actorId, admins }: Standing): PersonRefusal | undefined {
  const isActing = person.id === actorId;
  const isAdmin = person.role === 'admin' && person.suspendedAt === null;
  const leaves = change.kind === 'role' ? change.role !== 'admin' : change.kind !== 'let-back';
  if (isAdmin && leaves && admins <= 1) return 'last-admin';
  if (isActing && (change.kind === 'suspend' || change.kind === 'erase')) return 'oneself';
  return undefined;
}
