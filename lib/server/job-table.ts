import type { JobHandler } from '@/lib/jobs/job';

/** Every kind of job, with what does it: the one place where they meet. A kind that is not here is never taken up. */
export const jobTable: readonly JobHandler[] = [];
