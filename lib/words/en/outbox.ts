/** What is said about answers that are kept on this device and are not on the server yet. */
export const outbox = {
  title: 'Not saved yet',
  none: 'Everything you have answered is saved.',
  count: (answers: number) =>
    answers === 1
      ? 'One answer is kept on this device and is not on the server yet. It is sent by itself.'
      : `${answers.toLocaleString('en')} answers are kept on this device and are not on the server yet. They are sent by themselves, in order.`,
  answeredAt: (date: string) => `Answered ${date}`,
  sendNow: 'Send now',
  download: 'Download them',
  dismiss: 'Remove it',
  close: 'Close',
  guests: (answers: number) =>
    answers === 1
      ? 'One answer was given in this browser before you signed in, and was never sent.'
      : `${answers.toLocaleString('en')} answers were given in this browser before you signed in, and were never sent.`,
  adopt: 'Mine: send as my answers',
  forget: 'Not mine: delete from this device',
  signIn: {
    title: 'Sign in again',
    lede: 'Your session has ended. Nothing is lost: what you answered is kept on this device and goes out as soon as you are signed in.',
    later: 'Not now',
    otherWays: 'Other ways to sign in',
    asGuest: 'Somebody else: go on without signing in',
    unreachable: 'The server cannot be reached. Check the connection and try again.',
  },
};
