import pg from 'pg';
import type { Item } from '@/lib/curriculum/lesson';
import { type DatabaseEnv, reachDatabase } from '@/lib/db/database';
import { readEnv } from '@/lib/env';
import { counted } from '@/lib/regrade/affected-lines';
import { type Edited, editedItems } from '@/lib/regrade/edited-items';
import { allWordings } from '@/lib/regrade/target-store';

/** Longer than this nobody waits for a note. */
const mostPatience = 2_000;

type Row = { item: string; version: string | null; answers: number; learners: number };

export type AffectedNote = {
  /** Everything that says otherwise than when it was last asked, whether or not anybody has answered it. */
  readonly edited: readonly string[];
  readonly lines: readonly string[];
};

/** Which of these questions and tasks were edited since they were published, and how many have answered them; undefined when no database says. */
export async function affectedNote(items: readonly Item[], env?: DatabaseEnv): Promise<AffectedNote | undefined> {
  try {
    const { DATABASE_URL, ...rest } = env ?? readEnv(process.env);
    if (DATABASE_URL !== undefined) return await ask(items, DATABASE_URL);
    const reached = await reachDatabase(rest);
    try {
      return await ask(items, reached.url);
    } finally {
      await reached.leave();
    }
  } catch {
    return undefined;
  }
}

async function ask(items: readonly Item[], url: string): Promise<AffectedNote> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: mostPatience,
    application_name: 'handrail check',
  });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query(`SET statement_timeout = ${mostPatience}`);
    const ids = items.map(({ id }) => id);
    const edited = editedItems(items, await allWordings(ids, client));
    return { edited: edited.map(({ item }) => item), lines: linesOf(edited, await answersTo(client, edited)) };
  } finally {
    await client.end().catch(() => {});
  }
}

async function answersTo(client: pg.Client, edited: readonly Edited[]): Promise<Row[]> {
  if (edited.length === 0) return [];
  const { rows } = await client.query<Row>(
    `SELECT item, version, count(*)::int AS answers, count(DISTINCT learner_id)::int AS learners
     FROM attempt WHERE item = ANY($1) GROUP BY GROUPING SETS ((item, version), (item))`,
    [edited.map(({ item }) => item)],
  );
  return rows;
}

function linesOf(edited: readonly Edited[], counts: readonly Row[]): string[] {
  const lines = edited.flatMap(({ item, edit, version }) => {
    const own = counts.find((count) => count.item === item && count.version === version);
    if (!own) return [];
    const who = `${counted(own.answers, 'answer')} of ${counted(own.learners, 'learner')}`;
    return edit === 'key'
      ? `  ${item}: its key was edited; ${who} were graded by the key before`
      : `  ${item}: it reads otherwise now; ${who} to what it asked before keep their grades`;
  });
  if (lines.length === 0) return [];
  return [
    'note: answered before it was edited (`handrail publish --dry-run` tells whose grades would change):',
    ...lines,
  ];
}
