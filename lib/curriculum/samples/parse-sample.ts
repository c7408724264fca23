import { cssFaults } from './parse-css';
import { htmlFaults } from './parse-html';
import { javascriptFaults } from './parse-javascript';
import { jsonFaults, jsonLinesFaults } from './parse-json';
import { sessionFaults, shellFaults } from './parse-shell';
import type { SampleFault } from './sample';

const parsers: ReadonlyMap<string, (code: string) => SampleFault[]> = new Map([
  ...['js', 'javascript', 'mjs', 'cjs'].map((name) => [name, javascriptFaults] as const),
  ['html', htmlFaults],
  ['css', cssFaults],
  ['json', (code: string) => jsonFaults(code, false)],
  ['jsonc', (code: string) => jsonFaults(code, true)],
  ['jsonl', jsonLinesFaults],
  ...['sh', 'bash', 'shell', 'shellscript'].map((name) => [name, shellFaults] as const),
  ...['console', 'shellsession'].map((name) => [name, sessionFaults] as const),
]);

/** The first mistake in a sample of a language whose parser is here; of others nothing can be said. */
export function sampleFaults(language: string, code: string): SampleFault[] {
  return parsers.get(language)?.(code) ?? [];
}
