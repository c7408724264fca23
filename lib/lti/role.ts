import type { ClassRole } from '@/lib/access/class-access';

/** `…/membership#Instructor`, `…/membership/Instructor#TeachingAssistant`, and the short names that LTI 1.3 still lets stand (§A.2.3). */
const context = /^(?:http:\/\/purl\.imsglobal\.org\/vocab\/lis\/v2\/membership(?:\/(\w+))?#)?(\w+)$/;

/**
 * What somebody is in the class, from what they are in the course (LTI 1.3 §A.2.2). Roles in the institution or the whole system say nothing
 * of the class, and none of them makes an administrator here. Who is nothing in particular learns.
 */
export function classRoleOf(roles: readonly string[]): ClassRole {
  const known = roles.map((role) => context.exec(role)).filter((found) => found !== null);
  const holds = (name: string) => known.some(([, , own]) => own === name);
  // Platforms send an assistant's sub-role beside the principal role Instructor, which is then not meant by itself.
  if (holds('TeachingAssistant') && !holds('PrimaryInstructor')) return 'assistant';
  // Whoever administers the course runs it.
  const teaches = known.some(
    ([, principal, own]) => own === 'Instructor' || own === 'Administrator' || principal === 'Instructor',
  );
  return teaches ? 'instructor' : 'learner';
}
