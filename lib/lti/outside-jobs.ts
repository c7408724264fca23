import { z } from 'zod';
import { jobKind } from '@/lib/jobs/job';

/** A course's members are asked for, and its class follows (Names and Role Provisioning Services). */
export const rosterJob = jobKind({
  name: 'lti-roster',
  payload: z.object({ course: z.uuid() }),
  seconds: 120,
});

/** The place for a link's scores in the platform's gradebook is found, or made. */
export const lineItemJob = jobKind({ name: 'lti-line-item', payload: z.object({ link: z.uuid() }) });

/** One learner's score at a link is told as it stands (Assignment and Grade Services). */
export const scoreJob = jobKind({
  name: 'lti-score',
  payload: z.object({ link: z.uuid(), learner: z.uuid() }),
});
