import type { Pool } from 'pg';
import { type KnownVersion, readSecretForm, type SecretForm } from '@/lib/attempts/known-version';
import { pool } from '@/lib/db/pool';

type Row = { item: string; version: string; key_revision: number; secret_form: unknown };

/** One wording of an item with all its keys, the newest last. */
export type KnownWording = {
  readonly item: string;
  readonly version: string;
  readonly keys: readonly KnownVersion[];
};

const columns = 'q.item, q.version, q.key_revision, q.secret_form';

/** Wordings that had more than one key; of these items, or of all (null). */
export async function rekeyedWordings(items: readonly string[] | null): Promise<KnownWording[]> {
  const { rows } = await pool().query<Row>(
    `SELECT ${columns} FROM question_version q
     WHERE ($1::text[] IS NULL OR q.item = ANY($1)) AND EXISTS (
       SELECT FROM question_version o WHERE o.item = q.item AND o.version = q.version AND o.key_revision <> q.key_revision)
     ORDER BY q.item, q.version, q.key_revision`,
    [items],
  );
  return wordingsOf(rows);
}

/** Every wording of these items, those that were asked first before those that were asked later. */
export async function allWordings(
  items: readonly string[],
  client: Pick<Pool, 'query'> = pool(),
): Promise<KnownWording[]> {
  const { rows } = await client.query<Row>(
    `SELECT ${columns} FROM question_version q WHERE q.item = ANY($1)
     ORDER BY q.item, (SELECT max(o.created_at) FROM question_version o WHERE o.item = q.item AND o.version = q.version),
       q.version, q.key_revision`,
    [items],
  );
  return wordingsOf(rows);
}

function wordingsOf(rows: readonly Row[]): KnownWording[] {
  const wordings = new Map<string, { item: string; version: string; keys: KnownVersion[] }>();
  for (const { item, version, key_revision, secret_form } of rows) {
    const key = `${item} ${version}`;
    const wording = wordings.get(key) ?? { item, version, keys: [] };
    wording.keys.push({ item, version, keyRevision: key_revision, form: readSecretForm(secret_form) });
    wordings.set(key, wording);
  }
  return [...wordings.values()];
}

/** Writes down a key of an earlier wording. False: somebody else wrote one of that number a moment ago. */
export async function writeKey(key: KnownVersion, publicForm: unknown): Promise<boolean> {
  const { rowCount } = await pool().query(
    `INSERT INTO question_version (item, version, key_revision, public_form, secret_form) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING`,
    [key.item, key.version, key.keyRevision, JSON.stringify(publicForm), JSON.stringify(key.form satisfies SecretForm)],
  );
  return rowCount === 1;
}

/** What was shown under a version. */
export async function publicFormAsShown(item: string, version: string): Promise<unknown> {
  const { rows } = await pool().query<{ form: unknown }>(
    'SELECT public_form AS form FROM question_version WHERE item = $1 AND version = $2 LIMIT 1',
    [item, version],
  );
  return rows[0]?.form;
}
