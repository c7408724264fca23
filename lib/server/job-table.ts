import { bookingHandler } from '@/lib/analysis/submit-adjustment';
import { type JobHandler, jobHandler } from '@/lib/jobs/job';
import { lineItemJob, rosterJob, scoreJob } from '@/lib/lti/outside-jobs';
import { lineItemRun } from '@/lib/lti/submit-line-item';
import { rosterRun } from '@/lib/lti/submit-roster';
import { scoreRun } from '@/lib/lti/submit-score';
import { linkMail } from '@/lib/mail/link-mail';
import { submitLinkMail } from '@/lib/mail/submit-link-mail';
import { sittingRun, statementsRun } from '@/lib/xapi/submit-statements';
import { sittingJob, statementsJob } from '@/lib/xapi/xapi-jobs';

/** Every kind of job, with what does it: the one place where they meet. A kind that is not here is never taken up. */
export const jobTable: readonly JobHandler[] = [
  bookingHandler,
  jobHandler(linkMail, ({ payload }) => submitLinkMail(payload)),
  jobHandler(rosterJob, rosterRun()),
  jobHandler(lineItemJob, lineItemRun()),
  jobHandler(scoreJob, scoreRun()),
  jobHandler(statementsJob, statementsRun()),
  jobHandler(sittingJob, sittingRun()),
];
