import { holds, type Who } from './access';

/** Where the question is asked: at an author's own machine while they write, or on a site that others reach. */
export type Workplace = { readonly isWorkshop: boolean };

/**
 * Whether every lesson may be shown laid open: drafts, keys, feedback, solutions, assessed questions. In the workshop whoever is at the
 * machine has the files themselves; elsewhere it takes the author's role.
 */
export function mayPreview(who: Who | null, { isWorkshop }: Workplace): boolean {
  return isWorkshop || holds(who, 'view:draft:any');
}

/** A draft link as it was found: what it may show, for how long, and whether its maker may still share drafts. */
export type SharedDraft = {
  readonly lesson: string;
  readonly withKeys: boolean;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly maker: Who;
};

/** What whoever opens the link may see of a lesson now. A link speaks for its maker: it ends when they may not share drafts any more. */
export function sightOf(link: SharedDraft, now: Date): 'keys' | 'draft' | 'nothing' {
  if (link.revokedAt !== null || now >= link.expiresAt) return 'nothing';
  if (!holds(link.maker, 'share:draft:any')) return 'nothing';
  return link.withKeys ? 'keys' : 'draft';
}
