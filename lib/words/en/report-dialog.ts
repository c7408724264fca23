export const reportDialog = {
  wrong: {
    title: 'What is wrong here?',
    lede: 'A mistake in the text, in the answer, in the lab, in a translation: one sentence is enough.',
    label: 'What is wrong',
    thanks: 'Thank you. It has reached the people who look after this lesson.',
  },
  stuck: {
    title: 'Where are you stuck?',
    lede: 'Say it in your own words; often that is half of the way. Those who teach read it, and mend the lesson where many get stuck.',
    label: 'Where you are stuck (may be left empty)',
    thanks:
      'Thank you, this was noted. Read the section above once more, take a hint, or leave it and come back: nothing is lost.',
  },
  sent: 'Sent along: which question or task it is, and what stands in it now.',
  send: 'Send',
  sending: 'Sending',
  cancel: 'Cancel',
  close: 'Close',
  empty: 'Write what is wrong first: one sentence is enough.',
  notSent: 'This could not be sent. Your text stays here; try again.',
  tooMany: 'That was a lot at once. Wait a minute, then send it again.',
};
