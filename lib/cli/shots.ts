import type { Command } from 'commander';
import { runStep } from '@/lib/cli/run-step';

export function register(program: Command): void {
  program
    .command('shots [filters...]')
    .description('a screenshot of every page, language, width and theme, in .data/shots')
    .action(async (filters: string[]) => {
      process.env.HANDRAIL_BUILDS ??= '.next/tests';
      const args = ['node_modules/@playwright/test/cli.js', 'test', '--config', '.config/playwright.ts'];
      const only = filters.length > 0 ? ['--grep', filters.join('|')] : [];
      const { code } = await runStep(process.execPath, [...args, '--reporter=line', ...only], { HANDRAIL_SHOTS: '1' });
      console.log('The pictures are in .data/shots.');
      process.exitCode = code === 0 ? 0 : 1;
    });
}
