import { isSecureSite } from '@/lib/auth/cookie';

const MINUTES = 20;

/** Its name in this site's scheme. */
export function launchCookieName(): string {
  return `${isSecureSite() ? '__Secure-' : ''}handrail.lti`;
}

/**
 * The state of the launch that this browser began. Within a frame of another site only `SameSite=None` is kept, which needs https; where the
 * browser keeps none there at all, the window asks before it goes on.
 */
export function launchCookie(state: string): string {
  const sameSite = isSecureSite() ? 'SameSite=None; Secure' : 'SameSite=Lax';
  return `${launchCookieName()}=${state}; Path=/; HttpOnly; ${sameSite}; Max-Age=${MINUTES * 60}`;
}
