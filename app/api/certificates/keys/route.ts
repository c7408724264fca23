import { publicKeys } from '@/lib/certificates/signing-key-store';

/** The public keys that badges are verified with, as a JWK Set (RFC 7517). */
export async function GET(): Promise<Response> {
  const keys = (await publicKeys()).map(({ jwk }) => jwk);
  return Response.json({ keys }, { headers: { 'access-control-allow-origin': '*' } });
}
