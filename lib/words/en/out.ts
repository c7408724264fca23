/** Heads of the files in which a class is taken along, and the page that offers them. */
export const out = {
  name: 'Name',
  pseudonym: 'Pseudonym',
  login: 'Sign-in',
  externalId: 'School number',
  group: 'Group',
  lastSeen: 'Last here (UTC)',
  excused: 'excused',
  attempt: [
    'Item',
    'Assignment',
    'Try',
    'Received (UTC)',
    'Earned',
    'Possible',
    'Share',
    'Credited share',
    'Help (0 none, 1 hint, 2 solution)',
    'Misconception',
    'Reached',
    'Answer (JSON)',
  ],
  what: { gradebook: 'grades', attempts: 'answers', canvas: 'Canvas', moodle: 'Moodle' },
  title: 'Take the class along',
  lede: 'Files for a spreadsheet, for another system or for your own records. Each is made when you ask for it, and written down in the class’s record.',
  hidden: 'Names are hidden in this class: the files hold pseudonyms, and no sign-in, address or school number.',
  files: {
    'gradebook.csv': {
      title: 'Grades as a spreadsheet (CSV)',
      text: 'One row a learner, one column a lesson and an assignment, in per cent. UTF-8; opens in Excel, Numbers and LibreOffice.',
    },
    'gradebook.json': {
      title: 'Grades for programs (JSON)',
      text: 'The same with the keys of its columns, shares from 0 to 1, and what was given or excused by staff.',
    },
    'attempts.csv': {
      title: 'Every answer (CSV)',
      text: 'One row an answer: what, when, which try, what it earned, what help came before it. It can be large; it is sent as it is read.',
    },
    'canvas.csv': {
      title: 'For Canvas (CSV)',
      text: 'Assignments with their points, for Grades → Import. Learners are matched by their school number (SIS User ID) or sign-in; excused work is EX.',
    },
    'moodle.csv': {
      title: 'For Moodle (CSV)',
      text: 'Assignments, for Grades → Import → CSV file. Map “ID number” or “Email address” to the same field, and each column to a grade item.',
    },
  },
  download: (file: string) => `Download ${file}`,
};
