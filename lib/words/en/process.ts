/** What the process lab says around what its author wrote. */
export const process = {
  name: 'Process',
  pageTitle: 'Process',
  about:
    'A process in states: what can be done depends on where it stands and on its variables. Teachers write their own, without code.',
  freePlay: 'Free play',
  presets: { crossing: 'A crossing', seed: 'A seed' },
  states: 'States',
  now: 'now',
  been: 'was here',
  variables: 'Variables',
  noVariables: 'This process has no variables.',
  state: 'State',
  actions: 'What can be done',
  notNow: 'not now',
  truth: { yes: 'yes', no: 'no' },
  begins: (state: string) => `It begins in “${state}”.`,
  did: (action: string, from: string, to: string) =>
    from === to ? `${action}. It stays in “${to}”.` : `${action}. From “${from}” to “${to}”.`,
  changed: (name: string, was: string, is: string) => `${name}: ${was} → ${is}.`,
  refused: {
    unknown: (action: string) => `This process has no action “${action}”.`,
    elsewhere: (action: string) => `“${action}” cannot be done in this state.`,
    guarded: (action: string) => `“${action}” cannot be done now: its condition does not hold.`,
    'no-value': (action: string) => `“${action}” cannot be computed here.`,
  },
  goals: {
    'in-state': (state: string) => `It is in “${state}”.`,
    'passed-through': (state: string) => `It has been in “${state}”.`,
    holds: (that: string) => `This holds: ${that}`,
    'held-throughout': (that: string) => `This has held from the beginning: ${that}`,
    done: (action: string, times: number) =>
      times === 1 ? `“${action}” was done.` : `“${action}” was done ${times} times.`,
    'actions-at-most': (count: number) => (count === 1 ? 'At most one action.' : `At most ${count} actions.`),
  },
  deadEnds: {
    'held-no-longer': 'What had to hold throughout was broken. Go back, or start over.',
    'too-many-actions': 'There were too many actions. Go back, or start over.',
    'out-of-reach': 'A goal can no longer be reached from here. Go back, or start over.',
  },
  step: 'Step',
  action: 'Action',
  leadsTo: 'State after it',
  start: 'Start',
};
