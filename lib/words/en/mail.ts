/** What goes out by mail. Names and the site's name come as they are; whoever writes the mail escapes them. */
export const mail = {
  greeting: (name: string) => `Hello ${name},`,
  reset: {
    subject: (site: string) => `A new password for ${site}`,
    before: (_site: string, _login: string): string[] => [
      'with this link you choose a new password. It works once, for an hour:',
    ],
    link: 'Choose a new password',
    after: ['If you did not ask for it, there is nothing to do: your password stays as it is.'],
  },
  invite: {
    subject: (site: string) => `Your account at ${site}`,
    before: (site: string, login: string): string[] => [
      `an account was made for you at ${site}. You sign in as ${login}.`,
      'With this link you choose your password. It works once, for a day:',
    ],
    link: 'Choose my password',
    after: ['If the link is over, ask for a new one under “Forgot your password?” on the sign-in page.'],
  },
};
