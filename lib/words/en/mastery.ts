/** How far one is in each path, lesson and objective: the page on one's own progress. */
export const mastery = {
  lessonsDone: (done: number, of: number) => `${done} of ${of} lessons complete`,
  notBegun: 'not begun',
  known: 'known before: “I know this” passed',
  checks: (done: number, of: number) => `${done} of ${of} checks right`,
  read: 'read',
  complete: 'complete',
  objective: 'Objective',
  standing: 'How it stands',
  states: { new: 'no answer yet', begun: 'begun', weak: 'weak', mastered: 'mastered' },
  why: (right: number, of: number, needs: number) =>
    of < 4
      ? `${right} of ${of === 1 ? '1 answer' : `${of} answers`} right; mastery needs ${needs} of the last 4`
      : `${right} of your last 4 answers right; mastery needs ${needs}`,
  goThere: 'Go to the place',
  how: 'An objective is mastered when three of its last four answers were right. An answer given after the solution was shown does not count as right.',
  history: 'All answers',
  newest: 'The newest',
  older: 'Older answers',
  notTold: 'received',
  noAnswers: 'No older answers.',
};
