import { type Command, Option } from 'commander';
import type { ContentCheck } from './check/content';
import { type Format, formats, told } from './check/formats/told';
import { UsageFault } from './check/usage-fault';

type Options = { all?: boolean; fix?: boolean; watch?: boolean; everything?: boolean; format: Format };

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

async function check(files: string[], options: Options): Promise<void> {
  try {
    if (options.watch) return await watch(files, options);
    if (options.fix) await fix(files, options);
    const code = options.all ? await checkCode(options) : true;
    const words = await checkWords(files, options);
    process.exitCode = code && words ? 0 : 1;
  } catch (error) {
    // What the command could not even ask is told apart from what it found.
    console.error(error instanceof UsageFault ? error.message : error);
    process.exitCode = 2;
  }
}

async function watch(
  files: readonly string[],
  { all, fix: fixes, format, everything = false }: Options,
): Promise<void> {
  if (format !== 'text' || all || fixes)
    throw new UsageFault('--watch tells people what changed: it goes with none of --all, --fix and --format.');
  const { watchContent } = await import('./check/watch');
  await watchContent(files, (line) => console.log(line), { everything });
}

async function fix(files: readonly string[], { format }: Options): Promise<void> {
  const { fixContent } = await import('./check/fix');
  // Only text has room for what was done; the other formats are the findings and nothing else.
  const tell = format === 'text' ? console.log : console.error;
  for (const line of await fixContent(files)) tell(line);
}

/** All steps, also after one has failed: a person would rather see everything at once. */
async function checkCode({ format }: Options): Promise<boolean> {
  const { steps } = await import('./check/steps');
  const tell = format === 'text' ? console.log : console.error;
  let sound = true;
  for (const { name, run } of steps) {
    const begin = performance.now();
    const { ok, said } = await run();
    tell(stepLine(ok, name, begin));
    if (!ok) tell(`${said}\n`);
    sound &&= ok;
  }
  return sound;
}

async function checkWords(files: readonly string[], { format }: Options): Promise<boolean> {
  const { checkContent } = await import('./check/content');
  const { isError } = await import('@/lib/curriculum/author-error');
  const { inCharacters } = await import('./check/in-characters');
  const begin = performance.now();
  const checked: ContentCheck = await checkContent(files);
  const errors = inCharacters(checked.errors);
  const isSound = !errors.some(isError);
  if (format === 'text') console.log(stepLine(isSound, `content: ${checked.extent}`, begin));
  const said = told(errors, format);
  if (said !== '') console.log(said);
  if (format === 'text' && isSound) {
    const { editedSince } = await import('./check/edited-since');
    for (const line of await editedSince(checked.looked)) console.log(line);
  }
  return isSound;
}

function stepLine(ok: boolean, name: string, begin: number): string {
  return `${ok ? '✓' : '✗'} ${name}  (${((performance.now() - begin) / 1000).toFixed(1)} s)`;
}
