export const variants = {
  get: 'Get my numbers',
  next: 'New numbers',
  asking: 'Drawing…',
  /** What a screen reader says where a number will stand. */
  hole: 'a number of your own',
  why: 'Everyone gets other numbers. Yours are drawn when you ask for them.',
  arrived: (numbers: readonly string[]) => `Your numbers are in the question: ${numbers.join(', ')}.`,
  'no-connection':
    'There is no connection, and no numbers for this question are kept on this device. Try again when you are online.',
  changed: 'This question has been changed since you opened the page. Reload it to get your numbers.',
  refused: 'No numbers could be drawn for this question.',
  'too-many': 'That was quick. Wait a minute, then ask again.',
  /** The page of one question with its numbers, for a browser without scripts. */
  title: 'A question with your numbers',
  back: 'Back to the lesson',
};
