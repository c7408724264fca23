/** What an action says to its form. Sentences, not codes: the action knows the language, the form stays small. */
export type FormState = {
  /** By the name of the field. */
  readonly errors?: Readonly<Record<string, string>>;
  readonly problem?: string;
  readonly done?: string;
  /** What was typed, passwords excepted, so that it is not typed again. */
  readonly values?: Readonly<Record<string, string>>;
  /** The page to go to now. */
  readonly goTo?: string;
};

export type FormAction = (before: FormState, form: FormData) => Promise<FormState>;
