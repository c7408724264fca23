import { badgeIssuer } from '@/lib/certificates/badge-file';
import { issuerProfile } from '@/lib/certificates/open-badge';

/** Who issues the badges, as a Profile of Open Badges 3.0. */
export async function GET(): Promise<Response> {
  return Response.json(issuerProfile(await badgeIssuer('en')), { headers: { 'access-control-allow-origin': '*' } });
}
