import type { Command } from 'commander';
import { prepareClient } from '@/lib/cli/prepare';
import { announce, settings } from '@/lib/cli/start';
import { untilToldToStop } from '@/lib/cli/until-told-to-stop';
import { warmLessons } from '@/lib/cli/warm-lessons';
import { contentDirs } from '@/lib/curriculum/read-curriculum';
import { buildsIn } from '@/lib/server/builds';

const tell = (sentence: string) => console.log(sentence);

export function register(program: Command): void {
  program
    .command('dev')
    .description('serve while you write: what you save shows on the next request')
    .option('--lan', 'also on the network')
    .option('-p, --port <port>', 'the port to listen on (PORT)')
    .action(dev);
}

async function dev({ lan, port }: { lan?: boolean; port?: string }): Promise<void> {
  const env = settings('development', { lan, port });
  await prepareClient(process.cwd(), buildsIn(process.cwd()), tell);
  await warmLessons(contentDirs(), tell);
  const { serve } = await import('@/lib/server/serve');
  const server = await serve(env, { kind: 'dev' });
  untilToldToStop(server, tell);
  announce(env, server.port, lan ?? false);
  await server.ready.catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
}
