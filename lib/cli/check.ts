import { type Command, Option } from 'commander';
import { formats } from './check/formats/told';
import { check } from './check/run-check';

export function register(program: Command): void {
  program
    .command('check')
    .description('check content: every file, every id, every key and solution')
    .argument('[files...]', 'only what lies in these files or folders')
    .option('--all', 'also format, lint, types and unused code: what is asked of every change')
    .option('--fix', 'first mend what a machine can mend safely; also heading ids and the record of published ids')
    .option('--watch', 'check again whenever a file is saved, and tell what changed')
    .option('--everything', 'with --watch: tell every finding each time, as editors need it')
    .addOption(new Option('--format <format>', 'how findings are told').choices(formats).default('text'))
    .addHelpText(
      'after',
      `
Each finding is \`file:line:column  severity  rule  message\`, with what was expected, what was found, the corrected text and the rule's page.
Formats: text for people, json and sarif (2.1.0) for programs, github for annotations beside a pull request's lines.
Ends with 0 when nothing is wrong (warnings are not wrong), 1 when something is, 2 when it could not be asked.`,
    )
    .action(check);
}
