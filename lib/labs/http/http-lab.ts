import type { Lab } from '../lab';
import { type HttpAction, httpActionKinds, httpActionSchema } from './action';
import type { HttpEvent } from './event';
import { type HttpGoal, httpGoalSchema } from './goal';
import { deadEnd, isMet } from './goals';
import { landmark } from './landmark';
import { type HttpSetup, httpSetupSchema } from './setup';
import { start } from './start';
import type { HttpState } from './state';
import { advance, step } from './step';

/** Someone with a connection and a browser, and a server to practise on (RFC 9110, 9111, 9112, 6265). */
export const httpLab: Lab<HttpSetup, HttpState, HttpAction, HttpEvent, HttpGoal> = {
  id: 'http',
  major: 1,
  setup: httpSetupSchema,
  action: httpActionSchema,
  goal: httpGoalSchema,
  actionKinds: httpActionKinds,
  start,
  step,
  advance,
  isMet,
  landmark,
  deadEnd,
};
