import { userInfo } from 'node:os';
import { createInterface } from 'node:readline/promises';
import { type Command, Option } from 'commander';
import { prepareClient } from '@/lib/cli/prepare';
import { ContentFault } from '@/lib/curriculum/author-error';
import type { MovedIds } from '@/lib/curriculum/moved-ids';
import { openDatabase } from '@/lib/db/database';
import { env } from '@/lib/env';
import { buildsIn } from '@/lib/server/builds';
import { UsageFault } from './check/usage-fault';

type Options = { apply?: boolean; yes?: boolean; earlier?: boolean; by?: string; format: 'text' | 'json' };

export function register(program: Command): void {
  program
    .command('regrade')
    .description('grade answers again by the newest key: first shows what changes, then, with --apply, does it')
    .argument('[items...]', 'questions and tasks, {path}/{lesson}/{id}; all whose key was edited when none are named')
    .option('--apply', 'store the new grades beside the old ones; asks first')
    .option('--yes', 'do not ask')
    .option('--earlier', "also answers to earlier wordings of the named items, by today's key")
    .option('--by <name>', 'who does it, for the record (the name you are signed in with on this machine)')
    .addOption(new Option('--format <format>', 'how it is told').choices(['text', 'json']).default('text'))
    .action(run);
}

async function run(items: string[], options: Options): Promise<void> {
  try {
    await regradeItems(items, options);
  } catch (error) {
    if (!(error instanceof UsageFault)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}

async function regradeItems(items: string[], options: Options): Promise<void> {
  const { apply = false, yes = false, earlier = false, format } = options;
  if (earlier && items.length === 0) throw new UsageFault('--earlier wants the items named.');
  if (yes && !apply) throw new UsageFault('--yes only makes sense with --apply.');
  if (apply && !yes && !(process.stdin.isTTY && process.stdout.isTTY))
    throw new UsageFault('Nobody is there to be asked: look at what changes first, then say --apply --yes.');
  const root = process.cwd();
  await prepareClient(root, buildsIn(root), (sentence) => console.error(sentence));
  const database = await openDatabase(env());
  const { closeReplayPool } = await import('@/lib/labs/replay-pool');
  try {
    const { targetsFor } = await import('@/lib/regrade/submit-targets');
    const { regrade } = await import('@/lib/regrade/submit-regrade');
    const { regradeLines } = await import('@/lib/regrade/regrade-lines');
    const ids = await movedHere();
    const { targets, unknown, incomparable } = await targetsFor(items, earlier, ids);
    if (unknown.length > 0) throw new UsageFault(`Nobody was ever asked ${unknown.join(', ')}.`);
    const tell = (lines: readonly string[]) => format === 'text' && console.log(lines.join('\n'));
    const notes = incomparable.map(
      ({ item, version }) =>
        `${item}  (wording ${version}): today's key cannot judge answers to it; they keep their grades`,
    );

    const dry = await regrade({ targets, ids });
    tell([...regradeLines(dry, false), ...notes]);
    const hasWork = dry.summaries.some(({ answers }) => answers > 0);
    if (!apply || !hasWork) {
      if (format === 'json') console.log(JSON.stringify({ applied: false, ...dry, incomparable: notes }, null, 2));
      else if (hasWork) console.log('\nNothing was changed. `--apply` stores these grades beside the old ones.');
      return;
    }
    if (!yes && !(await isAgreed())) return;
    const actor = options.by ?? userInfo().username;
    const done = await regrade({ targets, ids, apply: { actor: { name: actor }, told: progressTo(process.stderr) } });
    if (format === 'json') console.log(JSON.stringify({ applied: true, ...done, incomparable: notes }, null, 2));
    else {
      const { counted } = await import('@/lib/regrade/affected-lines');
      console.log(
        `\nDone: ${counted(done.changes.length, 'grade')} changed. Written down in audit_event as done by ${actor}.`,
      );
    }
  } finally {
    await closeReplayPool();
    await database.close();
  }
}

/** What has moved says the content. A slip in it keeps nobody from correcting grades. */
async function movedHere(): Promise<MovedIds> {
  const { movedIds, nothingMoved } = await import('@/lib/curriculum/moved-ids');
  const { curriculum } = await import('@/lib/curriculum/read-curriculum');
  try {
    return movedIds(await curriculum());
  } catch (error) {
    if (!(error instanceof ContentFault)) throw error;
    console.error(
      'The content has errors (see `handrail check`): certificates are looked at as if no lesson had moved.',
    );
    return nothingMoved;
  }
}

async function isAgreed(): Promise<boolean> {
  const ask = createInterface({ input: process.stdin, output: process.stdout });
  const said = await ask.question('\nStore these grades beside the old ones? (yes/no) ').finally(() => ask.close());
  if (/^y(es)?$/i.test(said.trim())) return true;
  console.log('Nothing was changed.');
  return false;
}

const everyMany = 1_000;

/** One line that counts up, where somebody watches. */
function progressTo(stream: NodeJS.WriteStream): (graded: number) => void {
  let told = 0;
  return (graded) => {
    if (!stream.isTTY || graded - told < everyMany) return;
    told = graded;
    stream.write(`\r${graded} graded`);
  };
}
