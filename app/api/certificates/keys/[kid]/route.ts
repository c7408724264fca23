import { publicKeys } from '@/lib/certificates/signing-key-store';

/** One public key: what the `kid` of a badge leads to. */
export async function GET(_request: Request, { params }: { params: Promise<{ kid: string }> }): Promise<Response> {
  const { kid } = await params;
  const found = (await publicKeys()).find((key) => key.kid === kid);
  const headers = { 'access-control-allow-origin': '*' };
  if (!found) return Response.json({ error: { code: 'not-found', message: 'no such key' } }, { status: 404, headers });
  return Response.json(found.jwk, { headers });
}
