import { type AuthorError, isError } from '@/lib/curriculum/author-error';
import { allRules, rulePage } from '@/lib/curriculum/rules/all-rules';

/** Findings as SARIF 2.1.0 (OASIS), which code hosts and editors read. Rules that found nothing are left out. */
export function sarif(errors: readonly AuthorError[], version: string): string {
  const ids = [...new Set(errors.map(({ rule }) => rule))].sort();
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'handrail check', version, rules: ids.map(rule) } },
        columnKind: 'unicodeCodePoints',
        originalUriBaseIds: { ROOT: { description: { text: 'The folder in which the command was run.' } } },
        results: errors.map((error) => result(error, ids)),
      },
    ],
  };
  return JSON.stringify(log, null, 2);
}

function rule(id: string) {
  const says = allRules.get(id)?.says ?? id;
  return {
    id,
    shortDescription: { text: `${says.charAt(0).toUpperCase()}${says.slice(1)}.` },
    help: { text: `${rulePage(id)}`, markdown: `[${id}](${rulePage(id)})` },
  };
}

function result(error: AuthorError, ids: readonly string[]) {
  const { file, line, column, rule: id } = error;
  return {
    ruleId: id,
    ruleIndex: ids.indexOf(id),
    level: isError(error) ? 'error' : 'warning',
    message: { text: letter(error) },
    locations: [
      { physicalLocation: { artifactLocation: location(file), region: { startLine: line, startColumn: column } } },
    ],
  };
}

/** A file under the folder is told relative to it; one elsewhere (CONTENT_DIRS) by its whole address. */
function location(file: string): { uri: string; uriBaseId?: string } {
  const uri = file.split('/').map(encodeURIComponent).join('/');
  return file.startsWith('/') ? { uri: `file://${uri}` } : { uri, uriBaseId: 'ROOT' };
}

function letter({ message, expected, found, fix }: AuthorError): string {
  const said = [
    ...(expected === undefined ? [] : [`Expected: ${expected}`]),
    ...(found === undefined ? [] : [`Found: ${found}`]),
    ...(fix === undefined ? [] : [`Write: ${fix}`]),
  ];
  return [message, ...said].join('\n');
}
