import { type JobHandler, jobHandler } from '@/lib/jobs/job';
import { linkMail } from '@/lib/mail/link-mail';
import { submitLinkMail } from '@/lib/mail/submit-link-mail';

/** Every kind of job, with what does it: the one place where they meet. A kind that is not here is never taken up. */
export const jobTable: readonly JobHandler[] = [jobHandler(linkMail, ({ payload }) => submitLinkMail(payload))];
