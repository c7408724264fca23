/** What an action says to a form of the assignments. Sentences, not codes: the action knows the language. */
export type WorkFormState = {
  /** By the name of the field. */
  readonly errors?: Readonly<Record<string, string>>;
  readonly problem?: string;
  /** Nothing is wrong; this should be known first, and the button says so. */
  readonly warnings?: {
    readonly title: string;
    readonly text: string;
    readonly list: readonly string[];
    readonly submit: string;
  };
  readonly done?: string;
  /** What was typed and ticked, so that it is not typed again. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
  /** The page to go to now. */
  readonly goTo?: string;
};

export type WorkFormAction = (before: WorkFormState, form: FormData) => Promise<WorkFormState>;

/** What a form held when it was sent, within bounds: files and what Next adds are left out. */
export function typedIn(form: FormData): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  let left = 3_000;
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name.startsWith('$') || left-- <= 0) continue;
    values[name] = [...(values[name] ?? []), value];
  }
  return values;
}
