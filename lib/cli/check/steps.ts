import { spawn } from 'node:child_process';
import { join } from 'node:path';

export type Step = { readonly name: string; readonly run: () => Promise<StepResult> };
export type StepResult = { readonly ok: boolean; readonly said: string };

const bin = (name: string) => join('node_modules', '.bin', name);

/** What `npm run check` asks besides the content, in the order in which a mistake is cheapest to mend. */
export const steps: readonly Step[] = [
  { name: 'database client', run: generated },
  { name: 'format and lint', run: () => tool(bin('biome'), ['check', '--error-on-warnings', '--colors=off', '.']) },
  { name: 'types', run: () => tool(bin('tsc'), ['--noEmit', '-p', '.']) },
  {
    name: 'unused code',
    run: () => tool(bin('knip'), ['--config', '.config/knip.json', '--no-progress', '--no-config-hints']),
  },
];

/** Everything else reads the generated client, so it comes first. */
async function generated(): Promise<StepResult> {
  const { prepareClient } = await import('@/lib/cli/prepare');
  const { buildsIn } = await import('@/lib/server/builds');
  const told: string[] = [];
  try {
    await prepareClient(process.cwd(), buildsIn(process.cwd()), (sentence) => told.push(sentence));
    return { ok: true, said: '' };
  } catch (error) {
    return { ok: false, said: error instanceof Error ? error.message : String(error) };
  }
}

function tool(command: string, args: readonly string[]): Promise<StepResult> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1' } });
  let said = '';
  const hear = (bytes: Buffer) => {
    said += bytes.toString('utf8');
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return new Promise((resolve) => {
    child.on('error', (error) =>
      resolve({ ok: false, said: `${command} does not run: ${error.message}. \`npm ci\` installs it.` }),
    );
    child.on('close', (code) => resolve({ ok: code === 0, said: said.trim() }));
  });
}
