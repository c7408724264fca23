import type { FlagKind } from '@/lib/analysis/flags';
import type { WhyUndefined } from '@/lib/analysis/statistic';

const learners = (count: number) => `${count} ${count === 1 ? 'learner' : 'learners'}`;
const answers = (count: number) => `${count} ${count === 1 ? 'answer' : 'answers'}`;

const undefinedBecause: Record<WhyUndefined, string> = {
  'no-answers': 'nobody has answered',
  'too-few': 'too few learners for it',
  'all-alike': 'everybody earned the same on it',
  'rest-alike': 'everybody did equally well on the rest of the lesson',
  perfect: 'the correlation is exactly 1 or −1',
  open: 'there is nothing to choose from',
};

/** In a column: a few words each. */
const flagNames: Record<FlagKind, string> = {
  reversed: 'key in doubt',
  rival: 'a wrong answer attracts',
  hard: 'hard',
  guessing: 'like guessing',
  stuck: 'stays wrong',
  misled: 'one mistake shared',
  weak: 'tells little apart',
  hints: 'needs its hints',
  easy: 'easy',
};

/** Item analysis: what a class's answers say of the questions. */
export const analysis = {
  undefinedBecause,
  flagNames,
  learners,
  answers,
  notKnown: (why: string) => `not defined: ${why}`,

  lessonsLede:
    'What the answers of the class say about the questions. Lessons that ask for a look stand first: a key in doubt, a question that chance could answer, a mistake that many share.',
  lesson: 'Lesson',
  order: { attention: 'By what asks for a look', content: 'In the order of the course', label: 'Order' },
  answered: 'Learners',
  items: 'Questions and tasks',
  look: 'Worth a look',
  nothingToLookAt: 'nothing',
  tooFewToSay: 'too few answers yet',
  noAnswers: 'no answers yet',
  nobody:
    'Nobody in this class has answered anything yet. As soon as somebody does, the questions they answered stand here.',
  others: (count: number) => `${count} more ${count === 1 ? 'lesson' : 'lessons'} without answers`,
  backToLessons: 'All lessons',
  reportsHere: (open: number) =>
    open === 0 ? 'Reports from learners: none open' : `Reports from learners: ${open} open`,

  item: 'Question or task',
  question: 'question',
  task: 'lab task',
  assessed: 'assessed only',
  n: 'n',
  nMeans: 'learners with a graded first attempt',
  facility: 'Facility',
  facilityMeans:
    'mean share of the points of first attempts; the bar is its 95 % interval, the mark on it what guessing earns',
  discrimination: 'Discrimination',
  discriminationMeans: 'correlation with the rest of the lesson, and its 95 % interval',
  groups: 'Top − bottom',
  groupsMeans: 'the 27 % who do best on the rest against the 27 % who do worst',
  time: 'Median time',
  hints: 'Hints',
  hintsMeans: 'learners who were told a hint or the solution before their first attempt',
  firstBest: 'First → best',
  firstBestMeans: 'mean share of first attempts, and of each learner’s best',
  flags: 'Worth a look',
  few: (limit: number) =>
    `Grey: fewer than ${limit} learners. Such figures prove little: one learner more could turn them round. What stands out all the same has a dashed border, as a first sign.`,
  how: 'How these figures come about',
  howLines: [
    'All figures are of first attempts: what learners knew before they were told. Trying again is free in practice, so best attempts say little about the question.',
    'Facility is the mean share of the points. Its interval is Wilson’s; where credit is partial it is a little wider than need be, never narrower.',
    'Discrimination is the correlation of the share on the question with the mean share on the lesson’s other questions that the same learner has answered; its interval is Fisher’s. The question itself is not in the rest.',
    'Top − bottom is the mean share of the 27 % who did best on the rest, less that of the 27 % who did worst. Learners who did equally well at the border count in part.',
    'Time is measured from the learner’s answer before it, or from when the quiz or the numbers were opened, to the answer; more than half an hour is taken as a break and left out. Reading on the way counts as thinking. Shown is the median.',
    '“—” is a figure that has no value, with the reason: it is not 0.',
  ],
  interval: '95 % interval:',
  seconds: (seconds: number) =>
    seconds < 90
      ? `${Math.round(seconds)} s`
      : `${Math.floor(seconds / 60)}:${String(Math.round(seconds % 60)).padStart(2, '0')} min`,

  flagSays: {
    reversed: (r: string) =>
      `Those who know more of the rest answer it worse (correlation ${r}, and its whole interval lies below 0). Most often the key is wrong, or the wording turns it round: read it once with the key.`,
    rival: (choice: string, share: string) =>
      `The wrong answer “${choice}” was given by ${share} of the class, and those who gave it do better on the rest than those who gave a right one. It may be right as well, or the question may say something other than was meant.`,
    hard: (p: string) =>
      `Hardly anybody gets it right at first (${p} of the points). It may come too early, or ask for something the lesson does not say.`,
    guessing: (p: string, guess: string) =>
      `First attempts earn ${p}; choosing blindly would earn ${guess}. The answers do not show that anybody knows it.`,
    stuck: (best: string) =>
      `Those who try again stay wrong: the best attempts earn ${best} on average. The feedback does not get them further.`,
    misled: (name: string, share: string) =>
      `One mistaken idea, “${name}”, leads ${share} of the class to a wrong answer: worth five minutes in the room.`,
    weak: (r: string) =>
      `It hardly tells apart who knows more (correlation ${r}). It may ask for something else than the rest of the lesson, or be answered by chance.`,
    hints: (share: string) =>
      `${share} of the class were told a hint or the solution before they answered: the text before it may not carry them there.`,
    easy: (p: string) =>
      `Almost everyone is right at first (${p}): good for courage, and it says nothing about who has understood.`,
  },
  noFlags: 'Nothing about it stands out.',
  tooFewForFlags: (n: number, limit: number) =>
    `${learners(n)} so far, fewer than ${limit}: take what stands here as a first sign.`,

  questionCalled: (id: string) => `Question ${id}`,
  ownQuestions: 'Questions written for this class',
  reportTitle: { wrong: 'Report: something is wrong', stuck: 'Report: stuck' },
  inLesson: 'In the lesson',
  asAsked: 'As it is asked',
  key: 'Key',
  figures: 'Figures',
  deviation: 'Standard deviation',
  efficiency: 'Discriminative efficiency',
  efficiencyMeans: 'of the greatest discrimination that these very scores would allow',
  guess: 'Guessing would earn',
  tries: 'Attempts',
  waiting: (count: number) => `${count} waiting for a grade`,
  best: 'Mean best share',
  choices: 'What was chosen at first',
  choice: 'Answer',
  chosenBy: 'Learners',
  share: 'Share',
  ability: 'Their rest',
  abilityMeans: 'mean share of the lesson’s other questions of those who chose it',
  right: 'key',
  nobodyChose: 'nobody',
  several: 'Several could be chosen: the shares add up to more than all.',
  typed: 'What was answered at first',
  typedLede: (shown: number, all: number) =>
    shown < all ? `The commonest of the latest ${shown} first answers, of ${all}.` : 'The commonest first answers.',
  otherAnswers: (count: number) => `${count} other ${count === 1 ? 'answer' : 'answers'}, each given once`,
  misconceptions: 'Mistaken ideas behind first answers',
  misconception: 'Idea, by its author’s name for it',
  latest: 'Latest answers',
  when: 'When',
  who: 'Learner',
  said: 'Answer',
  outcome: 'Outcome',
  steps: (count: number) => `${count} ${count === 1 ? 'step' : 'steps'} in the lab`,
  openAttempt: 'open',
  changedWording: 'Earlier wordings of this question were answered too; their answers are in the figures.',
  noLonger: (id: string) => `“${id}” (no longer an answer)`,

  goals: 'What the task asks for',
  taskSteps: 'How far they come',
  taskLede: (followed: number) =>
    followed === 0
      ? 'No first attempt at the task as it is now has been followed yet.'
      : `The logs of ${followed === 1 ? 'one first attempt' : `${followed} first attempts`} were replayed. The landmarks are those of the author’s way, in its order.`,
  landmark: 'Landmark',
  reached: 'Came by it',
  lostHere: 'most do not get beyond',
  wrongActions: 'First wrong actions',
  wrongLede:
    'Of attempts that did not succeed: the action that lost the goal, or the first that the author’s way does not take at that point. There may be other ways.',
  action: 'Action',
  takenAt: 'Taken when',
  lostGoal: (why: string) => `the goal is lost: ${why}`,
  offTheWay: 'the author’s way goes otherwise',
  noWrong: 'None.',
  variant: 'Everybody gets numbers of their own; these are an example. What was typed cannot be counted together.',

  corrections: 'Corrections in this class',
  correctionsLede:
    'They count in the graded work of this class alone: in its quizzes, for whoever answered and for whoever will. Practice, mastery and certificates follow the key, which belongs to the author of the lesson; grades that a person gave stay.',
  noCorrections: 'Nothing has been corrected.',
  accept: 'accept this answer also',
  fullCredit: 'Give full credit to all',
  drop: 'Drop the question',
  undo: 'take it back',
  made: {
    accept: 'Accepted also: ',
    'full-credit': 'Full credit for all',
    drop: 'Dropped',
  },
  madeBy: (who: string, when: string) => `${who}, ${when}`,
  someone: 'somebody who is gone',
  undone: 'taken back',
  previewTitle: {
    accept: 'Accept this answer also?',
    'full-credit': 'Give full credit to all?',
    drop: 'Drop the question?',
    undo: 'Take the correction back?',
  },
  previewSays: {
    accept:
      'Whoever answered like this, or will, gets the points of a right answer, as far as their try and the date leave them.',
    'full-credit':
      'Whoever has begun the quiz, or will, gets all points for this question, whatever they answered, and also if they did not.',
    drop: 'The question counts for nobody, neither what it earned nor what it could have. What else the quiz asks weighs that much more.',
    undo: 'What was corrected counts no longer; grades are again what the key and other corrections say.',
  },
  previewNone: 'No score changes today. It holds for answers that are still to come.',
  previewNoWork:
    'No quiz of this class has asked this question yet, so no score changes today. It holds for those that will.',
  previewChanges: (count: number) => (count === 1 ? 'One score changes' : `${count} scores change`),
  previewMore: (count: number) => `and ${count} more`,
  previewKept: (count: number) =>
    count === 1
      ? 'One answer was graded by a person: that grade stays.'
      : `${count} answers were graded by a person: those grades stay.`,
  previewAuthor: (item: string) =>
    `Is the key wrong for everybody? Then tell the author: with the corrected file published, \`handrail regrade ${item}\` grades everyone’s answers again, practice included.`,
  assignment: 'Quiz',
  before: 'Now',
  after: 'Then',
  notCounted: 'nothing left to count',
  apply: { accept: 'Accept it', 'full-credit': 'Give full credit', drop: 'Drop it', undo: 'Take it back' },
  applying: 'Booking…',
  cancel: 'Leave it as it is',
  booked: 'Booked, and written down in the audit trail.',
  stale: 'Somebody has done that already. Nothing was changed.',
  archivedClass: 'The class is archived: nothing in it is changed any more.',

  reports: 'Reports from learners',
  reportsLede: 'What learners of this class say is wrong, and where they are stuck, with what they had on the screen.',
  reportKind: { wrong: 'something is wrong', stuck: 'stuck' },
  reportStates: { open: 'Open', settled: 'Settled', label: 'Which reports' },
  noReports: { open: 'No report is open.', settled: 'No report has been settled yet.' },
  report: 'Report',
  noText: 'nothing was written',
  onScreen: 'What was on the screen',
  screenNothing: 'Nothing had been answered yet, or it was too much to send.',
  screenAnswer: 'A whole answer, not handed in:',
  screenInputs: 'Half an answer:',
  openInLab: 'Open in the lab',
  reportedNow: (title: string) => `The question has been changed since; this is how it stood: ${title}`,
  unknownVersion: 'How the question stood then is no longer known.',
  toItem: 'How the class answers it',
  toLearner: 'The learner’s work',
  settle: 'Settle',
  settling: 'Settling…',
  note: 'Note',
  noteHint: 'What was done about it. Only the class’s staff see it.',
  noteTooLong: 'At most 1,000 characters, please.',
  settledBy: (who: string, when: string) => `Settled by ${who}, ${when}`,
  settledNow: 'Settled, and written down in the audit trail.',
};
