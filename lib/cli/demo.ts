import { resolve } from 'node:path';
import type { Command } from 'commander';
import { prepareClient } from '@/lib/cli/prepare';
import { openDatabase } from '@/lib/db/database';
import { env } from '@/lib/env';
import { buildsIn } from '@/lib/server/builds';

/** Used wrongly: one sentence and no stack. */
class DemoFault extends Error {
  override name = 'DemoFault';
}

type Options = { again?: boolean; seed: string };

/** Known to everybody who reads this: a demonstration is for showing, not for keeping. */
const password = 'hold the handrail';
const ownFolder = '.data/demo';

export function register(program: Command): void {
  program
    .command('demo')
    .description(`fill a class to look at, in ${ownFolder} (DATA_DIR), and print its sign-ins`)
    .option('--again', 'empty the demonstration that is there, and fill it anew')
    .option('--seed <number>', 'another seed tells another story', '1')
    .action(demo);
}

async function demo({ again = false, seed }: Options): Promise<void> {
  if (!/^\d{1,9}$/.test(seed)) throw new DemoFault(`--seed: expected a number like 1, found ${JSON.stringify(seed)}`);
  const folder = process.env.DATA_DIR || ownFolder;
  if (resolve(folder) === resolve('.data'))
    throw new DemoFault(
      `The demonstration is never put into .data, where your own work is. Leave DATA_DIR out, and it goes to ${ownFolder}.`,
    );
  // Its own database, wherever the product's is: a demonstration in a school's database could not be taken out again.
  delete process.env.DATABASE_URL;
  delete process.env.DATABASE_URL_FILE;
  process.env.DATA_DIR = folder;
  await prepareClient(process.cwd(), buildsIn(process.cwd()), (sentence) => console.error(sentence));
  const database = await openDatabase(env());
  const { closeReplayPool } = await import('@/lib/labs/replay-pool');
  try {
    const { emptyDemo, markDemo, whatIsHere } = await import('@/prisma/seed/emptied-store');
    const here = await whatIsHere();
    if (here === 'work')
      throw new DemoFault(`${folder} holds accounts that are not the demonstration's; nothing was changed.`);
    if (here === 'nothing' || again) {
      const { fillDemo } = await import('@/prisma/seed/demo');
      if (here === 'demo') await emptyDemo();
      const began = performance.now();
      await markDemo();
      const made = await fillDemo({
        seed: Number(seed),
        now: new Date(),
        password,
        tell: (line) => console.error(line),
      });
      const seconds = Math.round((performance.now() - began) / 1000);
      console.log(
        `Filled in ${seconds} s: 2 classes, ${made.tuesday.learners.length + made.chinese.learners.length} learners, ${made.tuesday.attempts + made.chinese.attempts} answers.`,
      );
    } else console.log('The demonstration is there already; `npm run demo -- --again` makes it anew.');
    await printSignIns(folder);
  } finally {
    await closeReplayPool();
    await database.close();
  }
}

async function printSignIns(folder: string): Promise<void> {
  const { namedLearner, staff } = await import('@/prisma/seed/people');
  const lines: [string, string, string][] = [
    [staff.instructor.login, staff.instructor.name, 'instructor of “Networks, Tuesday group”'],
    [staff.assistant.login, staff.assistant.name, 'assistant in it'],
    [namedLearner.login, namedLearner.name, 'learner in it'],
    [staff.otherInstructor.login, staff.otherInstructor.name, 'instructor of “计算机网络（二班）”'],
    [staff.admin.login, staff.admin.name, 'administrator of the site'],
  ];
  console.log(
    `\nSign in as (the password is always “${password}”; every other learner of the two classes has it too):\n`,
  );
  for (const [login, name, what] of lines) console.log(`  ${login.padEnd(8)}${what}: ${name}`);
  console.log(`\nTo look at it:  DATA_DIR=${folder} npm start\n`);
}
