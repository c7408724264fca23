import { type Format, told } from './formats/told';
import { UsageFault } from './usage-fault';

type Options = { all?: boolean; fix?: boolean; watch?: boolean; everything?: boolean; format: Format };

/** The command, once it is known what was asked. */
export async function check(files: string[], options: Options): Promise<void> {
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
  const { watchContent } = await import('./watch');
  await watchContent(files, (line) => console.log(line), { everything });
}

async function fix(files: readonly string[], { format }: Options): Promise<void> {
  const { fixContent } = await import('./fix');
  // Only text has room for what was done; the other formats are the findings and nothing else.
  const tell = format === 'text' ? console.log : console.error;
  for (const line of await fixContent(files)) tell(line);
}

/** All steps, also after one has failed: a person would rather see everything at once. */
async function checkCode({ format }: Options): Promise<boolean> {
  const { steps } = await import('./steps');
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
  const { checkContent } = await import('./content');
  const { isError } = await import('@/lib/curriculum/author-error');
  const begin = performance.now();
  const { errors, extent, looked } = await checkContent(files);
  const isSound = !errors.some(isError);
  if (format === 'text') console.log(stepLine(isSound, `content: ${extent}`, begin));
  const said = told(errors, format);
  if (said !== '') console.log(said);
  if (format === 'text' && isSound) {
    const { editedSince } = await import('./edited-since');
    for (const line of await editedSince(looked)) console.log(line);
  }
  return isSound;
}

function stepLine(ok: boolean, name: string, begin: number): string {
  return `${ok ? '✓' : '✗'} ${name}  (${((performance.now() - begin) / 1000).toFixed(1)} s)`;
}
