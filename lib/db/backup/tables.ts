import type pg from 'pg';

export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

/**
 * Transaction numbers mean something in one cluster only. They are left out, and a restored row gets its restorer's:
 * folds whose watermark follows them then see the row as new.
 */
const LOCAL_TYPES = ['xid8'];

/** The history of migrations, which restoring writes itself; and what the database keeps beside other rows, and makes anew when those come back. */
const LEFT_OUT = ['_prisma_migrations', 'person_word'];

/** The tables with what can be copied of each, referred-to before referring. */
export async function readTables(client: pg.Client): Promise<readonly Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; after: string[] }>(
    `SELECT c.relname AS name,
       (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
          AND a.atttypid <> ALL ($1::regtype[])) AS columns,
       coalesce((SELECT array_agg(DISTINCT r.relname::text) FROM pg_constraint f JOIN pg_class r ON r.oid = f.confrelid
        WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid), '{}') AS after
     FROM pg_class c
     WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname <> ALL ($2::text[])
     ORDER BY c.relname`,
    [LOCAL_TYPES, LEFT_OUT],
  );
  return inFillingOrder(rows);
}

/** A table comes after the tables it refers to. */
export function inFillingOrder<T extends { name: string; after: readonly string[] }>(
  tables: readonly T[],
): readonly T[] {
  const ordered: T[] = [];
  let rest = tables;
  while (rest.length > 0) {
    const ready = rest.filter(({ after }) => after.every((name) => !rest.some((table) => table.name === name)));
    if (ready.length === 0)
      throw new Error(`tables refer to each other in a circle: ${rest.map(({ name }) => name).join(', ')}`);
    ordered.push(...ready);
    rest = rest.filter((table) => !ready.includes(table));
  }
  return ordered;
}

export async function readSequences(client: pg.Client): Promise<{ name: string; last: string }[]> {
  const { rows } = await client.query<{ name: string; last: string }>(
    `SELECT sequencename AS name, last_value::text AS last FROM pg_sequences
     WHERE schemaname = current_schema() AND last_value IS NOT NULL ORDER BY 1`,
  );
  return rows;
}

/** `"learner" ("id", "name")`, as COPY wants it. */
export function copyTarget(client: pg.Client, { name, columns }: Table): string {
  return `${client.escapeIdentifier(name)} (${columns.map((column) => client.escapeIdentifier(column)).join(', ')})`;
}
