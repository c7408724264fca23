import { Command } from 'commander';

/** A sub-command, as its file exports it. */
export type CommandModule = { register(program: Command): void };

/** Runs what was asked on the command line with these sub-commands. */
export async function runProgram(modules: readonly CommandModule[]): Promise<void> {
  const program = new Command('handrail')
    .description('Handrail: a course platform in which every lesson runs.')
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
  for (const module of modules) module.register(program);
  try {
    await program.parseAsync();
  } catch (error) {
    // A fault that was foreseen says what to do; anything else keeps its stack for whoever mends it.
    const foreseen = error instanceof Error && error.name.endsWith('Fault');
    console.error(foreseen ? error.message : error);
    process.exitCode = 1;
  }
}
