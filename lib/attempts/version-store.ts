import { isDeepStrictEqual } from 'node:util';
import { type KnownVersion, publicFormOf, readSecretForm, type SecretForm } from '@/lib/attempts/known-version';
import { pool } from '@/lib/db/pool';
import { keyDigest } from '@/lib/quiz/question-version';

type Row = { item: string; version: string; key_revision: number; secret_form: unknown };

/** An item as it is asked now, not yet numbered. */
export type CurrentForm = { item: string; version: string; form: SecretForm };

/**
 * Writes down what is asked now, before anyone can answer it: each new version, and a new key revision where the newest one that is known
 * has another key. Several processes may do so at once.
 */
export async function registerForms(forms: readonly CurrentForm[]): Promise<KnownVersion[]> {
  const newest = await newestRevisions(forms);
  const changed = forms.filter((current) => {
    const known = newest.get(current.item);
    return !known || !hasSameKey(known.secret_form, current.form);
  });
  if (changed.length > 0) await insertRevisions(changed, newest);
  const revisions = changed.length > 0 ? await newestRevisions(forms) : newest;
  return forms.map((current) => {
    const known = revisions.get(current.item);
    if (!known) throw new Error(`${current.item} ${current.version} was not written down`);
    return { item: known.item, version: known.version, keyRevision: known.key_revision, form: current.form };
  });
}

/** Reading a form back takes its Markdown apart, which of a whole curriculum takes seconds: at most starts nothing has changed at all. */
function hasSameKey(stored: unknown, form: SecretForm): boolean {
  if (isDeepStrictEqual(stored, JSON.parse(JSON.stringify(form)))) return true;
  return keyDigest(readSecretForm(stored)) === keyDigest(form);
}

async function newestRevisions(forms: readonly CurrentForm[]): Promise<Map<string, Row>> {
  const { rows } = await pool().query<Row>(
    `SELECT DISTINCT ON (q.item) q.item, q.version, q.key_revision, q.secret_form
     FROM unnest($1::text[], $2::text[]) AS now(item, version) JOIN question_version q USING (item, version)
     ORDER BY q.item, q.key_revision DESC`,
    [forms.map(({ item }) => item), forms.map(({ version }) => version)],
  );
  return new Map(rows.map((row) => [row.item, row]));
}

async function insertRevisions(changed: readonly CurrentForm[], newest: ReadonlyMap<string, Row>) {
  await pool().query(
    `INSERT INTO question_version (item, version, key_revision, public_form, secret_form)
     SELECT * FROM json_to_recordset($1) AS r(item text, version text, key_revision int, public_form jsonb, secret_form jsonb)
     ON CONFLICT DO NOTHING`,
    [
      JSON.stringify(
        changed.map(({ item, version, form }) => ({
          item,
          version,
          key_revision: (newest.get(item)?.key_revision ?? 0) + 1,
          public_form: publicFormOf(form),
          secret_form: form,
        })),
      ),
    ],
  );
}

/** The newest key of a version that was asked at some time. */
export async function findNewestKey(item: string, version: string): Promise<KnownVersion | undefined> {
  const { rows } = await pool().query<Row>(
    `SELECT item, version, key_revision, secret_form FROM question_version
     WHERE item = $1 AND version = $2 ORDER BY key_revision DESC LIMIT 1`,
    [item, version],
  );
  return rows[0] && toKnown(rows[0]);
}

/** The very key an attempt was graded by. */
export async function findKey(item: string, version: string, keyRevision: number): Promise<KnownVersion | undefined> {
  const { rows } = await pool().query<Row>(
    `SELECT item, version, key_revision, secret_form FROM question_version
     WHERE item = $1 AND version = $2 AND key_revision = $3`,
    [item, version, keyRevision],
  );
  return rows[0] && toKnown(rows[0]);
}

function toKnown(row: Row): KnownVersion {
  return {
    item: row.item,
    version: row.version,
    keyRevision: row.key_revision,
    form: readSecretForm(row.secret_form),
  };
}
