import { describe, expect, it, test } from 'vitest';
import type { Who } from '@/lib/access/access';
import { type ClassPermission, classRoles, mayInClass, teaches } from '@/lib/access/class-access';
import { roles } from '@/lib/auth/role';

const who = (given: Partial<Who> = {}): Who => ({ learnerId: 'ada', role: 'learner', guest: false, ...given });
const staffOnly: ClassPermission[] = ['view:roster', 'view:gradebook', 'mark:work', 'run:room'];
const instructorsOnly: ClassPermission[] = ['change:class', 'assign:work', 'override:grade', 'regrade:item'];

describe('what may be done in a class', () => {
  test.each(roles)('nothing by who is no member, except by an admin (%s)', (role) => {
    for (const permission of [...staffOnly, ...instructorsOnly])
      expect(mayInClass(who({ role }), null, permission)).toBe(role === 'admin');
  });

  it('nothing by nobody and by a guest, whatever place they claim', () => {
    expect(mayInClass(null, { role: 'instructor' }, 'view:class')).toBe(false);
    expect(mayInClass(who({ guest: true, role: 'admin' }), { role: 'instructor' }, 'view:class')).toBe(false);
  });

  test.each(classRoles)('the staff’s work by staff, what is decided by instructors (%s)', (role) => {
    for (const permission of staffOnly) expect(mayInClass(who(), { role }, permission)).toBe(role !== 'learner');
    for (const permission of instructorsOnly)
      expect(mayInClass(who(), { role }, permission)).toBe(role === 'instructor');
  });

  it('attending by its learners alone: an admin is not in the class', () => {
    expect(mayInClass(who(), { role: 'learner' }, 'attend:class')).toBe(true);
    expect(mayInClass(who({ role: 'admin' }), null, 'attend:class')).toBe(false);
    expect(mayInClass(who(), { role: 'instructor' }, 'attend:class')).toBe(false);
  });
});

test('an instructor of the site teaches only where they are staff', () => {
  expect(teaches(who({ role: 'instructor' }), null)).toBe(false);
  expect(teaches(who(), { role: 'assistant' })).toBe(true);
});
