import { createHash, createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type { PoolClient } from 'pg';
import { pool } from '@/lib/db/pool';
import { transaction } from '@/lib/db/transaction';

/** A key's public half, as the world may see it (RFC 7517). */
export type PublicKey = { readonly kid: string; readonly jwk: PublicJwk };
type PublicJwk = {
  readonly kty: 'RSA';
  readonly n: string;
  readonly e: string;
  readonly alg: 'RS256';
  readonly use: 'sig';
  readonly kid: string;
};

/** What a key signs, and nothing else: what one verifier was told is no word to another. */
export type KeyPurpose = 'certificate' | 'lti';

type Row = { id: string; private_key: { kty: string; n: string; e: string; d: string } };

/** The key that signs, made when it is first needed. It lives in the database, so that every process signs alike and a backup has it. */
export async function signingKey(purpose: KeyPurpose = 'certificate'): Promise<{ kid: string; key: KeyObject }> {
  const row = (await keyRows(purpose)).at(-1) ?? (await makeKey(purpose));
  return { kid: row.id, key: createPrivateKey({ key: row.private_key, format: 'jwk' }) };
}

/** Every key that ever signed: what was issued stays verifiable. */
export async function publicKeys(purpose: KeyPurpose = 'certificate'): Promise<PublicKey[]> {
  return (await keyRows(purpose)).map(({ id, private_key }) => ({ kid: id, jwk: publicJwk(id, private_key) }));
}

const KEYS = 'SELECT id, private_key FROM signing_key WHERE purpose = $1 ORDER BY created_at, id';

async function keyRows(purpose: KeyPurpose): Promise<Row[]> {
  const { rows } = await pool().query<Row>(KEYS, [purpose]);
  return rows;
}

/** Of two processes that need the first key at once, one makes it and the other waits for that one. */
function makeKey(purpose: KeyPurpose): Promise<Row> {
  return transaction(async (client) => {
    await client.query("SELECT pg_advisory_xact_lock(hashtext('signing key'))");
    const { rows } = await client.query<Row>(KEYS, [purpose]);
    return rows.at(-1) ?? (await insertKey(client, purpose));
  });
}

async function insertKey(client: PoolClient, purpose: KeyPurpose): Promise<Row> {
  // RS256, with at least 2048 bits: what every verifier of Open Badges 3.0 must know (§8.2, "Create the JOSE Header").
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const { kty = 'RSA', n = '', e = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  // RFC 7638: a thumbprint is the digest of the required members in this order.
  const id = createHash('sha256').update(JSON.stringify({ e, kty, n })).digest('base64url');
  const { rows } = await client.query<Row>(
    'INSERT INTO signing_key (id, private_key, purpose) VALUES ($1, $2, $3) RETURNING id, private_key',
    [id, JSON.stringify(privateKey.export({ format: 'jwk' })), purpose],
  );
  const [made] = rows;
  if (!made) throw new Error('the signing key was not kept');
  return made;
}

/** Named field by field: a private one must never slip through. */
function publicJwk(kid: string, { n, e }: Row['private_key']): PublicJwk {
  return { kty: 'RSA', n, e, alg: 'RS256', use: 'sig', kid };
}
