import { Command, CommanderError } from 'commander';

/** A sub-command, as its file exports it. */
export type CommandModule = { register(program: Command): void };

/** Runs what was asked on the command line (`args`, without program and script) with these sub-commands; the outcome is `process.exitCode`. */
export async function runProgram(
  modules: readonly CommandModule[],
  args: readonly string[] = process.argv.slice(2),
): Promise<void> {
  const program = new Command('handrail')
    .description('Handrail: a course platform in which every lesson runs.')
    .exitOverride();
  for (const module of modules) module.register(program);
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    // What was asked for wrongly, Commander has said already.
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    // A fault that was foreseen says what to do; anything else keeps its stack for whoever mends it.
    const foreseen = error instanceof Error && error.name.endsWith('Fault');
    console.error(foreseen ? error.message : error);
    process.exitCode = 1;
  }
}
