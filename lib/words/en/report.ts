export const report = {
  wrong: 'Something wrong?',
  stuck: 'I’m stuck',
};
