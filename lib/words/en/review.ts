/** The page on what is due today, and the plan behind it. */
export const review = {
  title: 'Review',
  lede: 'What you learned comes back just before you would forget it.',
  due: (cards: number, minutes: number) =>
    `${cards === 1 ? '1 thing' : `${cards} things`} to review today, about ${minutes} min.`,
  spent: (count: number, minutes: number, budget: number) =>
    `${count === 1 ? '1 reviewed' : `${count} reviewed`} today, ${minutes} of ${budget} min used.`,
  now: 'Now',
  question: 'question',
  task: 'task',
  minutes: (minutes: number) => `${minutes} min`,
  known: (percent: string) => `${percent} likely to be known`,
  notNow: 'Not now',
  next: 'Next',
  nextAfterAll: 'See the rest of the page',
  waiting: 'Your answer is kept; it counts as soon as it reaches the server.',
  upNext: 'After this',
  doneTitle: 'Done for today',
  nothingDue: 'Nothing is due today.',
  nextDue: (date: string) => `The next review is on ${date}.`,
  budgetUsed: (rest: number) =>
    rest === 1
      ? 'Today’s minutes are used up. 1 more is due and waits for tomorrow.'
      : `Today’s minutes are used up. ${rest} more are due and wait for tomorrow.`,
  goOn: 'Go on anyway',
  emptyTitle: 'Nothing to review yet',
  empty:
    'Answer a question in a lesson. From then on its objective comes back here: after a day or two at first, then after weeks, then after months.',
  toLessons: 'To the lessons',
  planTitle: 'Catching up',
  away: (days: number) => `You were away for ${days} days. `,
  plan: (cards: number, minutes: number, budget: number, days: number) =>
    `${cards} reviews are due, about ${minutes} min. At ${budget} min a day you have caught up in ${days} days; what keeps the most knowledge for its minutes comes first.`,
  planTooLong: (cards: number, minutes: number, budget: number) =>
    `${cards} reviews are due, about ${minutes} min. At ${budget} min a day more falls due than you can review: choose more minutes, or let the least valuable wait.`,
  planDay: (day: number) => (day === 0 ? 'Today' : day === 1 ? 'Tomorrow' : `In ${day} days`),
  reviews: (count: number) => (count === 1 ? '1 review' : `${count} reviews`),
  andSoOn: (days: number) => `and so on, ${days} days in all`,
  calendarTitle: 'The next four weeks',
  calendarCaption: 'How many reviews fall due on each day',
  noneDue: 'none',
  retentionTitle: 'What you would still know',
  retention: (objectives: number) =>
    objectives === 1 ? 'Of the 1 objective you have worked on' : `Of the ${objectives} objectives you have worked on`,
  today: 'today',
  inAMonth: 'in 30 days, if you stop now',
  retentionHow:
    'The chance of answering right, averaged over your objectives. It is computed from your own answers and the days between them.',
  mistakesTitle: 'Mistakes',
  mistakes: (count: number) =>
    count === 1 ? 'One item whose last answer was not right.' : `${count} items whose last answer was not right.`,
  noMistakes: 'No item stands at a wrong answer.',
  drill: 'Go through them',
  drillTitle: 'Your mistakes',
  drillLede: 'What you last answered wrong, the oldest first. A right answer takes it off the list.',
  drillDone: 'No mistakes are left.',
  backToReview: 'Back to today’s review',
  left: (count: number) => (count === 1 ? '1 left' : `${count} left`),
  settingTitle: 'Minutes a day',
  settingLabel: 'For review',
  setting: 'When more is due than fits, the rest waits and nothing is lost.',
  save: 'Save',
};
