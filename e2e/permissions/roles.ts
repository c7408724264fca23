/**
 * Who asks: nobody; a guest; somebody with an account and no class; a learner of the class; the instructor of another class; the class's assistant and
 * its instructor; an author; an instructor of the site who is no member; an administrator.
 */
export const askers = [
  'nobody',
  'guest',
  'learner',
  'member',
  'other',
  'assistant',
  'instructor',
  'author',
  'teacher',
  'admin',
] as const;
export type Asker = (typeof askers)[number];
