import type { PoolClient } from 'pg';
import { z } from 'zod';
import { jobKind } from '@/lib/jobs/job';
import { addJob } from '@/lib/jobs/job-store';
import { locales } from '@/lib/words/locale';

/** What a mailed link is for: a password that was forgotten, or an account that somebody else made. */
export const linkLetters = ['reset', 'invite'] as const;

/** A mail with a link to choose a password. The job names the learner; the link is made when the mail is, and stands in no table. */
export const linkMail = jobKind({
  name: 'mail-link',
  payload: z.object({ learnerId: z.uuid(), letter: z.enum(linkLetters), locale: z.enum(locales) }),
  tries: 6,
});

export type LinkMail = z.infer<typeof linkMail.payload>;

/** Asks for the mail; asked twice before it goes out, it goes out once. With `client` in the transaction that makes the account. */
export function addLinkMail(mail: LinkMail, client?: Pick<PoolClient, 'query'>): Promise<void> {
  return addJob(linkMail, mail, { key: mail.learnerId }, client);
}
