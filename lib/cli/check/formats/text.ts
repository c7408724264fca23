import { type AuthorError, formatAuthorError, isError } from '@/lib/curriculum/author-error';
import { rulePage } from '@/lib/curriculum/rules/all-rules';

/** Findings as letters, one after the other, and how many there are. */
export function text(errors: readonly AuthorError[]): string {
  if (errors.length === 0) return '';
  const letters = errors.map((error) => `${formatAuthorError(error)}\n    rule      ${rulePage(error.rule)}`);
  return [...letters, '', countOf(errors)].join('\n');
}

/** `2 mistakes and 1 warning; --fix mends 1 of them` */
export function countOf(errors: readonly AuthorError[]): string {
  const wrong = errors.filter(isError).length;
  const counts = [count(wrong, 'mistake'), count(errors.length - wrong, 'warning')].filter((each) => each !== '');
  const fixable = errors.filter(({ edit }) => edit).length;
  return `${counts.join(' and ')}${fixable > 0 ? `; --fix mends ${fixable} of them` : ''}`;
}

function count(number: number, noun: string): string {
  if (number === 0) return '';
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
