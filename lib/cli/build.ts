import type { Command } from 'commander';
import { prepare } from '@/lib/cli/prepare';
import { settings } from '@/lib/cli/start';

export function register(program: Command): void {
  program
    .command('build')
    .description('make what `start` serves, ahead of time')
    .action(async () => {
      const { wanted } = await prepare(settings('production', {}), (sentence) => console.log(sentence));
      console.log(`Built: ${wanted.hash}`);
    });
}
