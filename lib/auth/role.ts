/** What someone may be on the site. In a class there are other roles (lib/classes). */
export const roles = ['learner', 'author', 'instructor', 'admin'] as const;
export type Role = (typeof roles)[number];

export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value);
}
