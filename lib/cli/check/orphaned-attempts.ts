import type { Hanging, PublishedIds } from '@/lib/curriculum/published-ids';
import { type DatabaseEnv, reachDatabase } from '@/lib/db/database';
import { hasInstallation } from '@/lib/db/embedded/open-embedded';
import { withClient } from '@/lib/db/with-client';
import { readEnv } from '@/lib/env';

/** A database that does not answer keeps nobody from their content. */
const mostPatience = 5_000;

type Row = { item: string; attempts: string; learners: string };

/**
 * What hangs on ids that are gone. Asked only when there are such ids, and only of a database that is there: an author at work has none,
 * and no answer is no fault of the content.
 */
export async function orphanedAttempts({ lessons, items }: PublishedIds, env?: DatabaseEnv): Promise<Hanging> {
  if (lessons.length + items.length === 0) return new Map();
  try {
    return await Promise.race([ask(env ?? readEnv(process.env), lessons, items), patience()]);
  } catch {
    return new Map();
  }
}

function patience(): Promise<Hanging> {
  return new Promise((resolve) => setTimeout(() => resolve(new Map()), mostPatience).unref());
}

async function ask(env: DatabaseEnv, lessons: readonly string[], items: readonly string[]): Promise<Hanging> {
  if (env.DATABASE_URL === undefined && !hasInstallation(env.DATA_DIR)) return new Map();
  const reached = await reachDatabase(env);
  try {
    const counted = await withClient(reached.url, 'check', (client) =>
      client.query<Row>(
        `select gone as item, count(*) as attempts, count(distinct learner_id) as learners
           from attempt
           join unnest($1::text[]) as gone on item = gone or starts_with(item, gone || '/')
          group by gone`,
        [[...lessons, ...items]],
      ),
    );
    return new Map(counted.rows.map((row) => [row.item, hangingWords(Number(row.attempts), Number(row.learners))]));
  } finally {
    await reached.leave();
  }
}

function hangingWords(attempts: number, learners: number): string {
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  return `${count(attempts, 'attempt')} of ${count(learners, 'learner')}`;
}
