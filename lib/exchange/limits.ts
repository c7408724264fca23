/** What a file of another system may measure: more is no quiz, and would cost memory that learners need. */
export const limits = {
  bytes: 16 * 1024 * 1024,
  questions: 5_000,
  /** Elements inside elements, in XML and in the HTML of a text. */
  depth: 60,
  /** Characters of one text, and signs in it that mean something to Markdown. */
  text: 100_000,
  signs: 4_000,
  /** Places of a file that are told to be wrong. */
  faults: 200,
} as const;
