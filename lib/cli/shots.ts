import { mkdtempSync } from 'node:fs';
import type { Command } from 'commander';
import { runStep } from '@/lib/cli/run-step';
import { removeInstallation } from '@/lib/db/embedded/remove-installation';

export function register(program: Command): void {
  program
    .command('shots [filters...]')
    .description('a screenshot of every page, language, width and theme, in .data/shots')
    .action(async (filters: string[]) => {
      process.env.HANDRAIL_BUILDS ??= '.next/tests';
      const args = ['node_modules/@playwright/test/cli.js', 'test', '--config', '.config/playwright.ts'];
      const only = filters.length > 0 ? ['--grep', filters.join('|')] : [];
      const dataDir = mkdtempSync('/tmp/handrail-e2e-');
      const env = { HANDRAIL_SHOTS: '1', E2E_DATA_DIR: dataDir };
      const { code } = await runStep(process.execPath, [...args, '--reporter=line', ...only], env);
      await removeInstallation(dataDir);
      console.log('The pictures are in .data/shots.');
      process.exitCode = code === 0 ? 0 : 1;
    });
}
