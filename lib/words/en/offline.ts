export const offline = {
  /** The page. */
  title: 'Saved on this device',
  lede: 'Saved paths open without a network: their lessons, their labs and the glossary. Answers wait on this device until the network is back, because what is right is known only to the server.',
  footer: 'Saved on this device',
  none: 'Nothing is saved on this device yet.',
  noneHow: 'A path’s own page has “Save this path”.',
  used: (size: string) => `Together about ${size} on this device.`,
  languageOf: (language: string) => `in ${language}`,
  networkGone: 'There is no network just now. What stands below is saved and opens.',
  instead: 'The page you asked for is not saved on this device, and the server cannot be reached.',
  askAgain: 'Ask again',
  networkGoneNone: 'There is no network just now, and nothing is saved on this device.',

  /** On a path's page and for each saved path. */
  heading: 'Without a network',
  checking: 'Looking at what is saved on this device…',
  offer: (size: string, stored: string) => `Saving fetches ${size} and takes ${stored} on this device.`,
  offerPlain: 'Saving keeps its lessons and labs on this device.',
  save: 'Save this path',
  saving: (done: string, of: string) => `${done} of ${of}`,
  savingLabel: 'Saving this path',
  finishing: 'Checking that everything is there…',
  stop: 'Stop',
  savedOn: (day: string, size: string) => `Saved on ${day}, ${size} on this device.`,
  /** On a page that was opened from this device. */
  copyOf: (day: string) => `Saved copy of ${day}.`,
  draws: (kept: number) => `With your numbers for ${kept} ${kept === 1 ? 'question' : 'questions'}.`,
  stale: 'There is a newer version.',
  alsoStale: ' There is a newer version.',
  update: (size: string) => `Fetch the newer version (${size})`,
  remove: 'Remove',
  removeNamed: (path: string) => `Remove “${path}” from this device`,
  removed: 'Removed from this device.',
  saved: 'Everything is there.',
  allSaved: 'All that is saved',

  /** When it does not go. */
  faults: {
    network: 'The network went away. What has arrived is kept; saving goes on from there.',
    full: 'There is too little room on this device. Remove a saved path or something else, then try again.',
    changed: 'The site was renewed in the meantime. Try once more.',
    stopped: 'Stopped. What has arrived is kept; saving goes on from there.',
    failed: 'This browser refused to keep the files. In a private window it often does.',
  },
  tryAgain: 'Go on saving',
  insecure:
    'Saving does not work at this address: browsers allow it only over https, and this page came over plain http. All else works as it should: reading, labs, questions, and answers that wait while the network is away.',
  browser: 'This browser cannot save paths, or does not allow it in a private window. All else works.',
  unlisted: 'This path cannot be saved here: the server has no list of its files, as while lessons are being written.',
};
