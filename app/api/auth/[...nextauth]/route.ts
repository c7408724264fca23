import type { NextRequest } from 'next/server';
import { handleAuth } from '@/lib/auth/handle-auth';
import { thisVisit } from '@/lib/auth/this-request';
import { localeFor } from '@/lib/server/accept';

type Context = { params: Promise<{ nextauth: string[] }> };

async function handle(request: NextRequest, { params }: Context): Promise<Response> {
  const visit = await thisVisit();
  const locale = localeFor(visit.cookieHeader, request.headers.get('accept-language') ?? undefined);
  return handleAuth({ request, path: (await params).nextauth, visit, locale });
}

export { handle as GET, handle as POST };
