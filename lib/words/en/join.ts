/** The learner's way into a class: the code, a card, and out again. */
export const join = {
  title: 'Join a class',
  lede: 'Your instructor has given you a code of eight letters and digits.',
  code: 'Class code',
  codeHint: 'Such as ABCD-EFGH. Capitals and hyphens do not matter; there is no 0, 1, O, I or L in it.',
  codeShape: 'A code has eight letters and digits. Compare it with what your instructor wrote.',
  look: 'Go on',
  signInTitle: 'First, who are you?',
  signIn:
    'To join a class you need an account, so that your instructor can see how you are doing. You come back here afterwards.',
  guest: 'What you have answered on this browser stays yours when you make an account.',
  makeAccount: 'Make an account',
  haveAccount: 'Sign in',
  haveCard: 'I have a card from my class',
  youAreJoining: 'You are joining',
  by: (names: string) => `with ${names}`,
  sees: 'Its instructors and assistants see your name, your answers and how far you are in the lessons of the class. You can leave at any time.',
  seesPseudonym:
    'Its instructors and assistants see your answers and how far you are, under a pseudonym and not under your name. You can leave at any time.',
  approves: 'In this class everybody is let in by hand: you wait until an instructor says yes.',
  submit: 'Join the class',
  ask: 'Ask to join',
  asked: 'You have asked to join. An instructor has yet to let you in.',
  withdraw: 'Take it back',
  already: 'You are in this class.',
  teach: 'You teach in this class.',
  toClass: 'To the class',
  toAssignments: 'To your assignments',
  unknown:
    'No class has this code now. It may be mistyped, or its time is over. Ask your instructor for the one that holds.',
  full: 'This class is full. Your instructor can make room, or let you in without the code.',
  limited: 'You have tried many codes. Wait a quarter of an hour, and ask your instructor for the code.',
  again: 'Type another code',
  joined: (name: string) => `You are in ${name}.`,

  classesTitle: 'Classes',
  none: 'You are in no class.',
  leave: 'Leave',
  leaveOf: (name: string) => `Leave ${name}`,
  leaveHint: 'Who leaves keeps everything they answered. Its instructors see nothing of it any more.',
  lastInstructor:
    'You are the only instructor of this class. Make somebody else an instructor first, or erase the class in its settings.',
  left: 'You have left the class.',
  archived: 'archived',

  card: {
    title: 'Your card',
    lede: 'Type what stands on the card you were given. Then you choose a password of your own.',
    login: 'You sign in as',
    code: 'Your code',
    codeHint: 'Twelve letters and digits.',
    submit: 'Go on',
    wrong:
      'These two do not belong together, or the card was used already or is older than 30 days. Ask your instructor for a new one.',
    limited: 'That was tried often. Wait a quarter of an hour.',
  },
};
