/** What the practice server says itself, in plain text, where it does not come to an exchange. */
export const practiceServer = {
  unknown:
    'There is no practice under this token. Get one in the lab or in the task: the panel “Practice server” has the address.',
  over: 'This practice is over: a token is good for 24 hours. Get a new one in the lab or in the task.',
  full: 'The log of this practice is full. Begin anew in the lab or in the task.',
  tooLarge: 'This request is longer than all that the log of a practice holds (40 KB).',
  tooMany: (seconds: number) => `Too many requests at once. Wait ${seconds} s and go on.`,
  starting: 'The server is starting. Try again in a moment.',
  tooMuch: 'Too much is being sent to this server at once. Try again in a moment.',
  busy: 'The log cannot be written now. Try again in a moment.',
};
