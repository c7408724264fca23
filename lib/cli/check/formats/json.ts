import type { AuthorError } from '@/lib/curriculum/author-error';
import { rulePage } from '@/lib/curriculum/rules/all-rules';

/** Findings as a list of objects: what `AuthorError` holds, the severity always named, and the rule's page. */
export function json(errors: readonly AuthorError[]): string {
  const told = errors.map(({ file, line, column, severity = 'error', rule, message, expected, found, fix, edit }) => ({
    file,
    line,
    column,
    severity,
    rule,
    message,
    expected,
    found,
    fix,
    isFixable: edit !== undefined,
    page: rulePage(rule),
  }));
  return JSON.stringify(told, null, 2);
}
