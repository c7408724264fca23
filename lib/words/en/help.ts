/** The two quiet buttons beside a question or a task. */
export const help = {
  hint: 'Show a hint',
  giveUp: 'Show the answer',
  offline: 'There is no connection, so no help can be shown now.',
};
