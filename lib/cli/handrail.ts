import { keepTickShape } from '@/lib/server/tick-shape';
import { outliveReaders } from './outlive-readers';
import type { CommandModule } from './program';

/** What handrail.mjs starts. One file per sub-command; only the one that is asked for is loaded, so that starting stays quick. */
const commands: Record<string, () => Promise<CommandModule>> = {
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
  demo: () => import('./demo'),
};

keepTickShape();
outliveReaders([process.stdout, process.stderr]);

const [, , name = ''] = process.argv;
const asked = commands[name];
const load = asked ? [asked] : Object.values(commands);
const { runProgram } = await import('./program');
await runProgram(await Promise.all(load.map((read) => read())));
