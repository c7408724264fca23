export const account = {
  signIn: {
    title: 'Sign in',
    lede: 'Go on where you left off, on any machine.',
    login: 'Name or e-mail address',
    password: 'Password',
    submit: 'Sign in',
    forget: 'Forget me on leaving',
    forgetHint: 'For a machine that others use too: you are signed out when the browser closes.',
    noAccount: 'No account yet?',
    toSignUp: 'Sign up',
    toForgot: 'Forgot your password?',
    elsewhere: 'Or sign in with',
    guest: (answers: number) =>
      answers === 1
        ? 'One answer was given in this browser without signing in. You will be asked whose it is.'
        : `${answers.toLocaleString('en')} answers were given in this browser without signing in. You will be asked whose they are.`,
  },
  signUp: {
    title: 'Sign up',
    lede: 'A name and a password are enough. Reading and practising need neither.',
    loginHint: 'What you type to sign in. With an e-mail address you can choose a new password by mail.',
    passwordHint: 'At least 8 characters. Several words in a row are hard to guess and easy to keep.',
    submit: 'Make my account',
    haveAccount: 'You have an account?',
    toSignIn: 'Sign in',
    guest: (answers: number) =>
      answers === 1
        ? 'The answer you gave in this browser stays with you.'
        : `The ${answers.toLocaleString('en')} answers you gave in this browser stay with you.`,
  },
  forgot: {
    title: 'A new password',
    lede: 'You get a link that works once, for an hour.',
    submit: 'Send me a link',
    sent: 'If there is an account with this name and it has an e-mail address, a link is on its way. It works once, for an hour.',
    noMail:
      'This site does not send mail. Ask your instructor, or whoever runs the site, for a link to choose a new password.',
    noMailForOperators: 'Whoever runs it makes one with:',
    back: 'Back to signing in',
  },
  reset: {
    title: 'Choose a new password',
    lede: 'Afterwards you are signed in here, and signed out everywhere else.',
    password: 'New password',
    submit: 'Use this password',
    over: 'This link was used already, or its time is over. Ask for another one.',
    again: 'Ask for a new link',
  },
  answers: {
    title: 'Whose answers are these?',
    lede: (answers: number) =>
      answers === 1
        ? 'Before you signed in, one answer was given in this browser.'
        : `Before you signed in, ${answers.toLocaleString('en')} answers were given in this browser.`,
    legend: 'These answers are',
    mine: 'Mine',
    mineHint: 'They become part of your account.',
    notMine: 'Not mine',
    notMineHint: 'Your account stays as it is. They are kept without a name.',
    delete: 'To be deleted',
    deleteHint: 'They are erased for good.',
    submit: 'Continue',
  },
  account: {
    title: 'Your account',
    signsInAs: (login: string) => `You sign in as ${login}.`,
    signsInElsewhere: (provider: string) => `You sign in through ${provider}.`,
    role: { learner: 'Learner', author: 'Author', instructor: 'Instructor', admin: 'Administrator' },
    nameTitle: 'How others see you',
    name: 'Name',
    saveName: 'Save name',
    nameSaved: 'Saved.',
    emailTitle: 'A way back in',
    email: 'E-mail address',
    emailHint: 'Used for a new password only. You can sign in by it too. Leave it empty to have none.',
    saveEmail: 'Save address',
    emailSaved: 'Saved.',
    passwordTitle: 'Password',
    current: 'Current password',
    newPassword: 'New password',
    savePassword: 'Change password',
    passwordSaved: 'Changed. All other browsers were signed out.',
    elsewhereTitle: 'Sign in elsewhere',
    connect: (provider: string) => `Connect ${provider}`,
    connected: (provider: string) => `${provider} is connected.`,
    sessionsTitle: 'Where you are signed in',
    thisBrowser: 'this browser',
    unknownBrowser: 'A browser',
    lastSeen: (when: string) => `last used ${when}`,
    since: (when: string) => `since ${when}`,
    end: 'Sign out',
    endOf: (browser: string) => `Sign out ${browser}`,
    signOut: 'Sign out',
    signOutAll: 'Sign out everywhere',
    deleteTitle: 'Delete the account',
    deleteText: 'Your account and everything kept about you, answers included, is erased. It cannot be brought back.',
    deleteSubmit: 'Delete for good',
  },
  guest: {
    title: 'You are here without an account',
    text: 'What you answer is kept for this browser. With an account it goes where you go.',
    none: 'Nothing has been answered in this browser yet.',
    answers: (answers: number) =>
      answers === 1
        ? 'One answer is kept for this browser.'
        : `${answers.toLocaleString('en')} answers are kept for this browser.`,
    deleteTitle: 'Forget this browser',
    deleteText: 'Erases the answers given in this browser. They cannot be brought back.',
    deleteSubmit: 'Erase my answers',
  },
  faults: {
    refused:
      'This name and this password do not belong together. After several tries signing in rests for a quarter of an hour.',
    overloaded: 'Very many people are signing in at this moment. Please try again in a few seconds.',
    tries: 'This was tried very often. Please wait for an hour.',
    external: 'Signing in elsewhere did not work. Nothing was changed; please try again.',
    'external-taken': 'That sign-in already belongs to another account here.',
    'login-empty': 'Please enter a name or an e-mail address.',
    'login-short': 'A name has at least two characters.',
    'login-long': 'That is too long: names have at most 64 characters.',
    'login-letters':
      'Names are made of letters and digits; spaces, dots, hyphens and underscores may stand between them.',
    'login-scripts': 'Latin, Cyrillic and Greek letters look alike: please use one of them.',
    'login-taken': 'This is taken. Is it yours? Then sign in; otherwise please choose another.',
    'email-shape': 'This does not look like an e-mail address. An example: ada@example.org',
    'email-taken': 'This address belongs to another account.',
    'name-empty': 'Please enter a name.',
    'password-short': 'A password has at least 8 characters.',
    'password-long': 'A password has at most 256 characters.',
    'password-characters': 'Passwords cannot contain control characters, such as a line break.',
    'password-guessable':
      'This password is one of the first that is guessed. Several unrelated words in a row are better.',
    'current-wrong': 'This is not your current password. After several tries it rests for a quarter of an hour.',
  },
  show: 'Show',
  showPassword: 'Show password',
  sending: 'One moment…',
  mail: {
    subject: 'A new password for Handrail',
    text: (name: string, link: string) =>
      `Hello ${name},\n\nwith this link you choose a new password. It works once, for an hour:\n\n${link}\n\nIf you did not ask for it, there is nothing to do: your password stays as it is.\n`,
  },
};
