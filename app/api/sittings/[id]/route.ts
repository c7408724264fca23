import { submitHandIn, tellSitting } from '@/lib/attempts/sitting-reply';
import { thisSession } from '@/lib/auth/this-request';
import { onlyOne } from '@/lib/only-one';
import { limited } from '@/lib/server/limited';
import { TokenBuckets } from '@/lib/server/token-bucket';

type Context = { params: Promise<{ id: string }> };

const readLimit = () => onlyOne('sitting-read-limit', () => new TokenBuckets({ burst: 120, perMinute: 120 }));

/** A run as its learner may see it now. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const [session, { id }] = await Promise.all([thisSession(), params]);
  return limited(readLimit(), session, () => tellSitting(session, id));
}

/** Hands it in. */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  const [session, { id }] = await Promise.all([thisSession(), params]);
  return limited(readLimit(), session, () => submitHandIn(session, id));
}
