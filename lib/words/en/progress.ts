/** What the islands say; the pages' own words are in `attempts`. */
export const progress = {
  goOn: 'Continue where you left off',
  account: 'Account',
  place: (lesson: string, heading: string) => `${lesson}: ${heading}`,
  checks: (done: number, of: number) => `${done} of ${of} checks done`,
  done: 'Done: mark as read',
  undo: 'Marked as read. Take it back',
  notSaved: 'This could not be saved. Try again.',
};
