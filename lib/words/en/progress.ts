/** What the islands say; the pages' own words are in `attempts`. */
export const progress = {
  goOn: 'Continue where you left off',
  account: 'Account',
  place: (lesson: string, heading: string) => `${lesson}: ${heading}`,
  checks: (done: number, of: number) => `${done} of ${of} checks done`,
  mastered: 'mastered',
  weak: (right: number, of: number) => `weak: ${right} of the last ${of} right, mastery needs 3`,
  done: 'Done: mark as read',
  undo: 'Marked as read. Take it back',
  notSaved: 'This could not be saved. Try again.',
};
