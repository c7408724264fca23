import { createHash, randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { parseDisplayName } from '@/lib/auth/login';
import { pool } from '@/lib/db/pool';
import { externalProvider, type Platform } from '@/lib/lti/platform';

/** Somebody as a platform tells of them: `subject` is who, `name` what they are called, if that is told. */
export type Person = { readonly subject: string; readonly name: string | null };

/**
 * The accounts of these people, made where there are none: by (issuer, subject) and by nothing else, since an address or a name proves
 * nothing about an account here. Who has meanwhile been named gets the name, unless they have one of their own. Subject → learner.
 */
export async function accountsOf(
  platform: Pick<Platform, 'issuer'>,
  people: readonly Person[],
  client: Pick<PoolClient, 'query'> = pool(),
): Promise<Map<string, string>> {
  const provider = externalProvider(platform);
  const given = people.map(({ subject, name }) => {
    const login = loginOf(provider, subject);
    return { subject, login, id: randomUUID(), name: parseDisplayName(name ?? ''), placeholder: placeholderOf(login) };
  });
  const asked = JSON.stringify(given);
  const people$ = `jsonb_to_recordset($2) AS p(subject text, login text, id uuid, name text, placeholder text)`;
  await client.query(
    `INSERT INTO learner (id, login, name) SELECT p.id, p.login, coalesce(p.name, p.placeholder) FROM ${people$}
     WHERE NOT EXISTS (SELECT FROM external_account x WHERE x.provider = $1 AND x.subject = p.subject)
     ON CONFLICT (login) DO NOTHING`,
    [provider, asked],
  );
  await client.query(
    `INSERT INTO external_account (provider, subject, learner_id)
     SELECT $1, p.subject, l.id FROM ${people$} JOIN learner l ON l.login = p.login ON CONFLICT DO NOTHING`,
    [provider, asked],
  );
  const { rows } = await client.query<{ subject: string; learnerId: string }>(
    `WITH named AS (
       UPDATE learner l SET name = p.name FROM ${people$} WHERE l.login = p.login AND l.name = p.placeholder AND p.name IS NOT NULL)
     SELECT x.subject, x.learner_id AS "learnerId" FROM external_account x JOIN ${people$} ON p.subject = x.subject WHERE x.provider = $1`,
    [provider, asked],
  );
  return new Map(rows.map(({ subject, learnerId }) => [subject, learnerId]));
}

/** A login that nobody types (names hold no colon), of a length that an index takes, whatever the platform calls its people. */
function loginOf(provider: string, subject: string): string {
  return `lti:${createHash('sha256')
    .update(JSON.stringify([provider, subject]))
    .digest('base64url')}`;
}

/** Until somebody tells their name. */
const placeholderOf = (login: string) => `Learner ${login.slice(4, 9)}`;
