export const placing = {
  matchEach: 'Choose a match for each. One may fit several, or none.',
  choose: 'Choose…',
  matchOf: 'goes with',
  sortEach: 'Choose a category for each',
  notPlaced: 'nothing chosen',
};
