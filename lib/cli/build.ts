import type { Command } from 'commander';
import { prepare } from '@/lib/cli/prepare';
import { settings } from '@/lib/cli/start';

export function register(program: Command): void {
  program
    .command('build')
    .description('make what `start` serves, ahead of time')
    .option('--all', 'draw every page, also those that were drawn from the same before')
    .action(async ({ all }: { all?: true }) => {
      const { wanted } = await prepare(settings('production', {}), (sentence) => console.log(sentence), all);
      console.log(`Built: ${wanted.hash}`);
    });
}
