import type { Command } from 'commander';
import { lanAddresses, qrCode } from '@/lib/cli/lan';
import { type Prepared, prepare, wantedBuild } from '@/lib/cli/prepare';
import { untilToldToStop } from '@/lib/cli/until-told-to-stop';
import { ContentFault } from '@/lib/curriculum/author-error';
import { type Env, readEnv } from '@/lib/env';
import { onlyOne } from '@/lib/only-one';
import { buildsIn, isBuilt } from '@/lib/server/builds';
import { circleOf, readPublication } from '@/lib/server/publication';

const tell = (sentence: string) => console.log(sentence);

export function register(program: Command): void {
  program
    .command('start')
    .description('set up what is missing, then serve')
    .option('--lan', 'also on the network: prints the address and a QR code for it')
    .option('-p, --port <port>', 'the port to listen on (PORT)')
    .action(start);
}

async function start({ lan, port }: { lan?: boolean; port?: string }): Promise<void> {
  const env = settings('production', { lan, port });
  const { builds, wanted } = await prepare(env, tell).catch((error: unknown) => publishedLast(env, error));
  const { serve } = await import('@/lib/server/serve');
  const server = await serve(env, { kind: 'build', builds, hash: wanted.hash, circle: circleOf(env, wanted) });
  untilToldToStop(server, tell);
  announce(env, server.port, lan ?? false);
  await server.ready.catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
}

/** A mistake in a file must not keep a site down that served sound content before. */
async function publishedLast(env: Env, error: unknown): Promise<Prepared> {
  if (!(error instanceof ContentFault)) throw error;
  const builds = buildsIn(process.cwd());
  const { buildId } = await wantedBuild(env);
  const { now } = readPublication(builds, circleOf(env, { buildId }));
  if (now === null || !isBuilt(builds, now)) throw error;
  console.error(error.message);
  tell('\nServing what was published last instead. Mend the above, then: npm run handrail -- publish');
  return { builds, wanted: { buildId, hash: now } };
}

/** The settings with what the command line says about them; the process's own from now on. */
export function settings(
  mode: Env['NODE_ENV'],
  { lan, port }: { lan?: boolean | undefined; port?: string | undefined },
): Env {
  Object.assign(process.env, { NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: '1' });
  if (lan) process.env.HOST = '0.0.0.0';
  if (port !== undefined) process.env.PORT = port;
  // A person at a terminal wants one line, not one per request.
  if (process.stdout.isTTY) process.env.LOG_LEVEL ||= 'warn';
  return onlyOne('env', () => readEnv(process.env));
}

export function announce(env: Env, port: number, lan: boolean): void {
  const host = ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(env.HOST) ? 'localhost' : env.HOST;
  tell(`Handrail is open at ${env.PUBLIC_URL ?? `http://${host}:${port}`}  (Ctrl-C stops it)`);
  if (!lan) return;
  for (const address of lanAddresses(port)) tell(`\nOn this network: ${address}\n${qrCode(address)}`);
}
