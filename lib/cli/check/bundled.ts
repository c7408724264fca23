import { outliveReaders } from '@/lib/cli/outlive-readers';
import { loadSourceWith } from './from-source';
import { check } from './run-check';

/** What the bundle of the check offers (bundle.ts). What looks at lessons is loaded when a lesson has to be looked at. */

/** The command itself, from the command line. Who names files at most needs nobody to read options. */
export async function run(source: (address: string) => Promise<unknown>): Promise<void> {
  loadSourceWith(source);
  outliveReaders([process.stdout, process.stderr]);
  const files = process.argv.slice(3);
  if (!files.some((file) => file.startsWith('-'))) return check(files, { format: 'text' });
  const [{ runProgram }, command] = await Promise.all([import('@/lib/cli/program'), import('@/lib/cli/check')]);
  return runProgram([command]);
}

export function lessonJob(): Promise<typeof import('./lesson-job')> {
  return import('./lesson-job');
}

/** For the thread that looks at lessons beside the command's own. */
export function lessonWorker(): Promise<unknown> {
  return import('./lesson-worker');
}
