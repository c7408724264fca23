import { holds, type Who } from '@/lib/access/access';
import { env } from '@/lib/env';
import { openDraftLinks } from './draft-link-store';
import { draftToken } from './draft-token';

/** A link as its authors see it: what it shows, until when, whose it is, and where. */
export type SharedLink = {
  readonly token: string;
  readonly lesson: string;
  readonly withKeys: boolean;
  readonly expiresAt: Date;
  readonly makerName: string;
};

/** The links to a draft that are open now; for who may share it, and so may pass them on. */
export async function sharedLinks(who: Who | null, lesson?: string): Promise<readonly SharedLink[]> {
  if (!holds(who, 'share:draft:any')) return [];
  const links = await openDraftLinks(lesson);
  return links.map(({ lesson, withKeys, expiresAt, makerName, ...name }) => ({
    token: draftToken(name, env().SECRET),
    lesson,
    withKeys,
    expiresAt,
    makerName,
  }));
}
