/** A mistake in an author's file, told as a letter: where, what was expected, what was found, and what to write instead. */
export type AuthorError = {
  /** As the author knows it: relative to the folder the command was given. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in characters. */
  readonly column: number;
  /** The rule's name, kebab-case: `unknown-key`, `heading-id`, … */
  readonly rule: string;
  readonly message: string;
  readonly expected?: string;
  readonly found?: string;
  /** The corrected text. */
  readonly fix?: string;
  /** Worth a look, but nothing is wrong for a learner; left out, it is an error. */
  readonly severity?: 'warning';
  /** What `check --fix` writes; only where it cannot change what the author meant. */
  readonly edit?: Edit;
};

/** A change of a file's text as read (`\n` line ends, no byte order mark): what stands in [from, to) becomes `text`. */
export type Edit = { readonly from: number; readonly to: number; readonly text: string };

/** Where a finding stands. */
export type Place = Pick<AuthorError, 'file' | 'line' | 'column'>;

/** What has to be mended before a learner may see it. */
export function isError({ severity }: AuthorError): boolean {
  return severity === undefined;
}

/** `content/tcp-tls/path.yaml:3:7  error  unknown-key  …`, then one indented line for each of expected, found and fix. */
export function formatAuthorError(error: AuthorError): string {
  const { file, line, column, severity = 'error', rule, message } = error;
  const lines = [`${file}:${line}:${column}  ${severity}  ${rule}  ${message}`];
  if (error.expected !== undefined) lines.push(`    expected  ${indent(error.expected)}`);
  if (error.found !== undefined) lines.push(`    found     ${indent(error.found)}`);
  if (error.fix !== undefined) lines.push(`    write     ${indent(error.fix)}`);
  return lines.join('\n');
}

/** By file, then by place, so that an author walks through a file once. */
export function inReadingOrder(errors: readonly AuthorError[]): AuthorError[] {
  return [...errors].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule),
  );
}

/** All findings together, for whoever cannot go on without sound content. The name ends in Fault: the command prints it without a stack. */
export class ContentFault extends Error {
  override name = 'ContentFault';
  constructor(readonly errors: readonly AuthorError[]) {
    const count = errors.length === 1 ? '1 mistake' : `${errors.length} mistakes`;
    super(`The content has ${count}:\n\n${inReadingOrder(errors).map(formatAuthorError).join('\n')}`);
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function indent(text: string): string {
  return text.replaceAll('\n', '\n              ');
}
