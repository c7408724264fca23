import type { Command } from 'commander';
import { prepare, prepareClient } from '@/lib/cli/prepare';
import { affectedNow } from '@/lib/cli/publish/affected-now';
import { settings } from '@/lib/cli/start';
import { formatAuthorError, isError } from '@/lib/curriculum/author-error';
import { counted } from '@/lib/regrade/affected-lines';
import { announcePublication } from '@/lib/server/announce-publication';
import { buildsIn } from '@/lib/server/builds';
import { circleOf } from '@/lib/server/publication';
import { checkContent } from './check/content';

const tell = (sentence: string) => console.log(sentence);

export function register(program: Command): void {
  program
    .command('publish')
    .description('check the content, build it beside what is served, and give it to the processes that run')
    .option('--dry-run', 'check, and say who has answered what was edited; publish nothing')
    .action(publish);
}

async function publish({ dryRun = false }: { dryRun?: boolean }): Promise<void> {
  const env = settings('production', {});
  const { errors: findings, extent } = await checkContent([]);
  const errors = findings.filter(isError);
  for (const error of errors) console.error(formatAuthorError(error));
  if (errors.length > 0) {
    console.error(`\n${counted(errors.length, 'mistake')}: nothing was published, and what is served stays.`);
    process.exitCode = 1;
    return;
  }
  const warnings = findings.length;
  tell(`Checked: ${extent}${warnings > 0 ? `; ${counted(warnings, 'warning')} (\`handrail check\` tells)` : ''}.`);

  await prepareClient(process.cwd(), buildsIn(process.cwd()), tell);
  // Asked before it is published: afterwards what is edited now is what was asked.
  for (const line of await affectedNow(env)) tell(line);
  if (dryRun) return;

  const { builds, wanted } = await prepare(env, tell);
  const { serving, behind, otherCode } = await announcePublication(builds, circleOf(env, wanted), wanted.hash, {
    waits: () => tell('Another publication is under way; waiting for it.'),
  });
  if (serving.length > 0)
    tell(
      `Published: ${`${serving.length} process${serving.length === 1 ? '' : 'es'}`} ${serving.length === 1 ? 'serves' : 'serve'} it now.`,
    );
  else if (otherCode.length === 0) tell('Published: nothing runs here; the next start serves it.');
  if (behind.length > 0)
    console.error(
      `${numbered(behind)} could not take it and ${behind.length === 1 ? 'serves' : 'serve'} what was there before; the log says why.`,
    );
  if (otherCode.length > 0)
    console.error(
      `${numbered(otherCode)} ${otherCode.length === 1 ? 'runs' : 'run'} other code than is in this folder: restart one after another, each when /readyz of the one before says 200.`,
    );
  if (behind.length + otherCode.length > 0) process.exitCode = 1;
}

function numbered(pids: readonly number[]): string {
  return `${pids.length === 1 ? 'Process' : 'Processes'} ${pids.join(', ')}`;
}
