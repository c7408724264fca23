import type { Who } from '@/lib/access/access';
import { type ClassPermission, mayInClass } from '@/lib/access/class-access';
import { findClassSeen } from '@/lib/classes/class-store';
import type { ClassSeen } from '@/lib/classes/classroom';

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** Whether it can name a row at all; PostgreSQL would call anything else a fault. */
export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && uuid.test(text);
}

/**
 * The class, for whoever may do this in it; undefined for everyone else, whether the class is another's, none at all, or no name of a
 * class: all three are told alike. Every page, action and endpoint of a class asks here first.
 */
export async function classFor(
  who: Who | null,
  classId: string,
  permission: ClassPermission,
): Promise<ClassSeen | undefined> {
  if (!who || who.guest || !isUuid(classId)) return undefined;
  const seen = await findClassSeen(who.learnerId, classId);
  return seen && mayInClass(who, seen.role && { role: seen.role }, permission) ? seen : undefined;
}
