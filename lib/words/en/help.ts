/** Hints and giving up, beside a question or a task. */
export const help = {
  hint: 'Show a hint',
  nextHint: 'Show the next hint',
  hintNumber: (number: number) => `Hint ${number}`,
  giveUp: 'Show the answer',
  giveUpWhat: 'Shown, it counts as not known, and it will come back in review.',
  giveUpYes: 'Show it',
  giveUpNo: 'I will try on',
  answer: 'The answer',
  steps: 'The steps',
  step: (number: number) => `Step ${number}`,
  why: 'Why',
  asking: 'One moment…',
  refused: 'No help could be shown. Reload the page and ask again.',
  offline: 'There is no connection, so no help can be shown now.',
  inSitting: 'There is no help while this question is part of a graded quiz that you have open.',
  tooMany: 'That was quick. Ask again in a minute.',
};
