import { Command } from 'commander';
import { keepTickShape } from '@/lib/server/tick-shape';
import { outliveReaders } from './outlive-readers';

type Module = { register(program: Command): void };

/** One file per sub-command; only the one that is asked for is loaded, so that starting stays quick. */
const commands: Record<string, () => Promise<Module>> = {
  start: () => import('./start'),
  dev: () => import('./dev'),
  build: () => import('./build'),
  test: () => import('./test'),
  new: () => import('./new'),
  check: () => import('./check'),
  bench: () => import('./bench'),
  shots: () => import('./shots'),
  migrate: () => import('./migrate'),
  backup: () => import('./backup'),
  restore: () => import('./restore'),
  doctor: () => import('./doctor'),
  user: () => import('./user'),
  draft: () => import('./draft'),
  publish: () => import('./publish'),
  regrade: () => import('./regrade'),
  exchange: () => import('./exchange'),
};

keepTickShape();
outliveReaders([process.stdout, process.stderr]);

const program = new Command('handrail')
  .description('Handrail: a course platform in which every lesson runs.')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

const asked = commands[process.argv[2] ?? ''];
const load = asked ? [asked] : Object.values(commands);
for (const module of await Promise.all(load.map((read) => read()))) module.register(program);

try {
  await program.parseAsync();
} catch (error) {
  // A fault that was foreseen says what to do; anything else keeps its stack for whoever mends it.
  const foreseen = error instanceof Error && error.name.endsWith('Fault');
  console.error(foreseen ? error.message : error);
  process.exitCode = 1;
}
