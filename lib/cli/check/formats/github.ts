import { type AuthorError, isError } from '@/lib/curriculum/author-error';
import { rulePage } from '@/lib/curriculum/rules/all-rules';

/** Findings as GitHub's workflow commands, which stand beside the line in a pull request. */
export function github(errors: readonly AuthorError[]): string {
  return errors.map(command).join('\n');
}

function command(error: AuthorError): string {
  const { file, line, column, rule, message, expected, found, fix } = error;
  const said = [
    message,
    ...(expected === undefined ? [] : [`expected: ${expected}`]),
    ...(found === undefined ? [] : [`found: ${found}`]),
    ...(fix === undefined ? [] : [`write: ${fix}`]),
    rulePage(rule),
  ].join('\n');
  const at = `file=${property(file)},line=${line},col=${column},title=${property(rule)}`;
  return `::${isError(error) ? 'error' : 'warning'} ${at}::${data(said)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
