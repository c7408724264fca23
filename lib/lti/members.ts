import { z } from 'zod';
import type { ClassRole } from '@/lib/access/class-access';
import { classRoleOf } from '@/lib/lti/role';
import { clipped } from '@/lib/lti/words-of-platform';

const line = z.string().max(2_000);

/** A page of a course's members (Names and Role Provisioning Services 2.0 §2.2). What we do not read may be anything. */
export const membersSchema = z.object({
  members: z
    .array(
      z.object({
        user_id: z.string().min(1).max(255),
        status: line.nullish(),
        name: line.nullish(),
        given_name: line.nullish(),
        family_name: line.nullish(),
        roles: z.array(line).max(200).nullish(),
      }),
    )
    .max(20_000),
});

export type CourseMember = { readonly subject: string; readonly name: string | null; readonly role: ClassRole };

/** Those who are in the course now; `Inactive` and `Deleted` ones are not. Who stands there twice counts once. */
export function presentMembers(pages: readonly z.infer<typeof membersSchema>[]): CourseMember[] {
  const present = new Map<string, CourseMember>();
  for (const { user_id, status, name, given_name, family_name, roles } of pages.flatMap(({ members }) => members)) {
    if (status && status.toLowerCase() !== 'active') continue;
    const full = name?.trim() || [given_name, family_name].filter(Boolean).join(' ').trim();
    present.set(user_id, { subject: user_id, name: full ? clipped(full, 200) : null, role: classRoleOf(roles ?? []) });
  }
  return [...present.values()];
}

/** `<https://…?p=2>; rel="next"` among others (RFC 8288). */
export function nextPage(link: string | string[] | undefined): string | undefined {
  const header = Array.isArray(link) ? link.join(', ') : (link ?? '');
  for (const [, address, parameters] of header.slice(0, 8_000).matchAll(/<([^<>]*)>\s*((?:;[^,<]*)*)/g))
    if (/;\s*rel\s*=\s*(?:"[^"]*\bnext\b[^"]*"|next\b)/i.test(parameters ?? '')) return address;
  return undefined;
}
