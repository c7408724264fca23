import { type Command, Option } from 'commander';
import { formatAuthorError } from '@/lib/curriculum/author-error';
import { UsageFault } from './check/usage-fault';

type Options = { all?: boolean; fix?: boolean; format: 'text' | 'json' };

export function register(program: Command): void {
  program
    .command('check')
    .description('check content: every file, every id, every key and solution')
    .argument('[files...]', 'only what lies in these files or folders')
    .option('--all', 'also format, lint, types and unused code: what is asked of every change')
    .option('--fix', 'first write what a machine can write: heading ids, the record of published ids')
    .addOption(new Option('--format <format>', 'how findings are told').choices(['text', 'json']).default('text'))
    .action(check);
}

async function check(files: string[], options: Options): Promise<void> {
  try {
    if (options.fix) await fix(options);
    const code = options.all ? await checkCode(options) : true;
    const words = await checkWords(files, options);
    const sound = code && words;
    process.exitCode = sound ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UsageFault)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}

async function fix({ format }: Options): Promise<void> {
  const { fixContent } = await import('./check/fix');
  for (const file of await fixContent()) if (format === 'text') console.log(`wrote ${file}`);
}

/** All steps, also after one has failed: a person would rather see everything at once. */
async function checkCode({ format }: Options): Promise<boolean> {
  const { steps } = await import('./check/steps');
  // With JSON, standard output is the findings and nothing else.
  const tell = format === 'json' ? console.error : console.log;
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
  const begin = performance.now();
  const { errors, extent, notes } = await checkContent(files);
  if (format === 'json') {
    console.log(JSON.stringify(errors, null, 2));
    return errors.length === 0;
  }
  console.log(stepLine(errors.length === 0, `content: ${extent}`, begin));
  for (const note of notes) console.log(`  note  ${note}`);
  for (const error of errors) console.log(formatAuthorError(error));
  if (errors.length > 0) console.log(`\n${errors.length === 1 ? '1 mistake' : `${errors.length} mistakes`}`);
  return errors.length === 0;
}

function stepLine(ok: boolean, name: string, begin: number): string {
  return `${ok ? '✓' : '✗'} ${name}  (${((performance.now() - begin) / 1000).toFixed(1)} s)`;
}
