/**
 * A rule of `handrail check`. Its row in the handbook (content/README.md, `<a id="rule-NAME">`) is written from here by
 * `handrail check --fix`, in both languages, so that a sentence is said once.
 */
export type Rule = {
  /** What the rule wants, as one sentence without a full stop. */
  readonly says: string;
  /** The same in Chinese. */
  readonly zh: string;
};

/** The rules of one subject, by name. */
export type RuleRoom = Readonly<Record<string, Rule>>;
