import { randomUUID } from 'node:crypto';
import { holds, type Who } from '@/lib/access/access';
import { sightOf } from '@/lib/access/preview';
import { env } from '@/lib/env';
import { findDraftLink, insertDraftLink, revokeDraftLink } from './draft-link-store';
import { draftToken, readDraftToken } from './draft-token';

/** How long a link may last. A review takes days; what lasts for ever is a second way to publish. */
export const draftDays = { least: 1, usual: 14, most: 90 } as const;

export type MadeLink =
  | { readonly kind: 'made'; readonly token: string; readonly expiresAt: Date }
  | { readonly kind: 'not-allowed' | 'no-draft' | 'bad-days' };

type Wish = { readonly lesson: string; readonly withKeys: boolean; readonly days: number };

/** Makes a link to a draft. `isDraft` says whether there is such a draft now: what is published needs no link. */
export async function submitDraftLink(
  who: Who | null,
  { lesson, withKeys, days }: Wish,
  isDraft: (lesson: string) => Promise<boolean>,
): Promise<MadeLink> {
  if (!who || !holds(who, 'share:draft:any')) return { kind: 'not-allowed' };
  if (!Number.isInteger(days) || days < draftDays.least || days > draftDays.most) return { kind: 'bad-days' };
  if (!(await isDraft(lesson))) return { kind: 'no-draft' };
  const name = { learnerId: who.learnerId, id: randomUUID() };
  const expiresAt = await insertDraftLink(name, { lesson, withKeys, days });
  return { kind: 'made', token: draftToken(name, env().SECRET), expiresAt };
}

/** Ends a link, one's own or a colleague's: whoever may share a draft may stop it being shared. */
export async function endDraftLink(who: Who | null, token: string): Promise<boolean> {
  const name = readDraftToken(token, env().SECRET);
  if (!name || !holds(who, 'share:draft:any')) return false;
  return revokeDraftLink(name);
}

export type OpenedLink = {
  readonly lesson: string;
  readonly withKeys: boolean;
  readonly expiresAt: Date;
  readonly makerName: string;
};

/** What a link shows to whoever has it; null for a wrong one, and for one that has ended, which look the same. */
export async function openDraftLink(token: string): Promise<OpenedLink | null> {
  const name = readDraftToken(token, env().SECRET);
  const found = name && (await findDraftLink(name));
  if (!found) return null;
  const sight = sightOf(found.link, found.now);
  if (sight === 'nothing') return null;
  const { lesson, expiresAt, makerName } = found.link;
  return { lesson, withKeys: sight === 'keys', expiresAt, makerName };
}
