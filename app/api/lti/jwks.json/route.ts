import { publicKeys, signingKey } from '@/lib/certificates/signing-key-store';

/** Our public keys, by which platforms verify what we sign (RFC 7517). */
export async function GET(): Promise<Response> {
  // A platform may ask before the first message is signed.
  await signingKey('lti');
  const keys = (await publicKeys('lti')).map(({ jwk }) => jwk);
  return Response.json({ keys }, { headers: { 'cache-control': 'public, max-age=300' } });
}
