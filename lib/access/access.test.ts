import { describe, expect, it } from 'vitest';
import { holds, mayView, type Who } from '@/lib/access/access';
import { roles } from '@/lib/auth/role';

const who = (given: Partial<Who> = {}): Who => ({ learnerId: 'ada', role: 'learner', guest: false, ...given });

describe('access', () => {
  it('lets nobody do nothing', () => {
    expect(holds(null, 'view:attempt:own')).toBe(false);
    expect(mayView(null, 'attempt', { learnerId: 'ada' })).toBe(false);
  });

  it('lets a guest see their own attempts, and change no account', () => {
    const guest = who({ guest: true });
    expect(mayView(guest, 'attempt', { learnerId: 'ada' })).toBe(true);
    expect(holds(guest, 'change:account:own')).toBe(false);
  });

  it('gives a guest nothing by a role that a token may claim', () => {
    expect(holds(who({ guest: true, role: 'admin' }), 'view:attempt:any')).toBe(false);
  });

  it.each(roles)('shows another learner’s attempt to an admin only (%s)', (role) => {
    expect(mayView(who({ role }), 'attempt', { learnerId: 'grace' })).toBe(role === 'admin');
    expect(mayView(who({ role }), 'progress', { learnerId: 'grace' })).toBe(role === 'admin');
  });

  it.each(roles)('lets an admin only change roles (%s)', (role) => {
    expect(holds(who({ role }), 'change:role:any')).toBe(role === 'admin');
  });
});
