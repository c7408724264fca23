/** Hints and giving up, once one of them was asked for. */
export const helpPanel = {
  nextHint: 'Show the next hint',
  hintNumber: (number: number) => `Hint ${number}`,
  giveUpWhat: 'Shown, it counts as not known, and it will come back in review.',
  giveUpYes: 'Show it',
  giveUpNo: 'I will try on',
  answer: 'The answer',
  steps: 'The steps',
  step: (number: number) => `Step ${number}`,
  why: 'Why',
  asking: 'One moment…',
  refused: 'No help could be shown. Reload the page and ask again.',
  inSitting: 'There is no help while this question is part of a graded quiz that you have open.',
  tooMany: 'That was quick. Ask again in a minute.',
};
