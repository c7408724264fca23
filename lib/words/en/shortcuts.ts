export const shortcuts = {
  title: 'Keyboard shortcuts',
  or: ' or ',
  keys: [
    { keys: ['Ctrl K', '/'], does: 'Search' },
    { keys: ['j'], does: 'Next section' },
    { keys: ['k'], does: 'Previous section' },
    { keys: ['n'], does: 'Next lesson' },
    { keys: ['p'], does: 'Previous lesson' },
    { keys: ['h'], does: 'Highlight the selected text' },
    { keys: ['1', '9'], does: 'Choose an option, while a question has the focus (1 to 9)' },
    { keys: ['←', '→'], does: 'Back and step, while a lab has the focus' },
    { keys: ['?'], does: 'This list' },
  ],
  single: 'Single keys do something',
  singleHint:
    'Turn this off if you speak to your computer, or press keys by accident. Ctrl K stays. Kept on this device.',
  close: 'Close',
  setting: 'Keyboard',
};
