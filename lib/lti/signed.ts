import { randomUUID } from 'node:crypto';
import { type JWTPayload, SignJWT } from 'jose';
import { signingKey } from '@/lib/certificates/signing-key-store';

const SECONDS = 5 * 60;

/** A message of ours to a platform, signed with a key that it finds at our keyset address (Security Framework §5.4). Good once, for minutes. */
export async function signed(
  claims: JWTPayload & { iss: string; aud: string | string[] },
  now = new Date(),
): Promise<string> {
  const { kid, key } = await signingKey('lti');
  const at = Math.floor(now.getTime() / 1_000);
  return new SignJWT({ ...claims, jti: randomUUID(), iat: at, exp: at + SECONDS })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
    .sign(key);
}
