export const report = {
  wrong: 'Something wrong?',
  stuck: 'I’m stuck',
  failed: 'The form could not be loaded. Try again when there is a network.',
};
