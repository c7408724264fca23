import type { Lab } from '../lab';
import { type CertificateAction, certificateActionKinds, certificateActionSchema } from './action';
import type { CertificateEvent } from './event';
import { type CertificateGoal, certificateGoalSchema } from './goal';
import { deadEnd, isMet, landmark } from './goals';
import { type CertificateSetup, certificateSetupSchema } from './setup';
import { type CertificateState, start } from './state';
import { step } from './step';

/** Chains of X.509 certificates, judged check by check; and authorities of one's own. */
export const certificateLab: Lab<
  CertificateSetup,
  CertificateState,
  CertificateAction,
  CertificateEvent,
  CertificateGoal
> = {
  id: 'certificate',
  major: 1,
  setup: certificateSetupSchema,
  action: certificateActionSchema,
  goal: certificateGoalSchema,
  actionKinds: certificateActionKinds,
  start,
  step,
  // No step changes what it is given: there is nothing to spare by changing it in place.
  advance: step,
  isMet,
  landmark,
  deadEnd,
};
