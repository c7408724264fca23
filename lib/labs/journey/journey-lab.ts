import type { Lab } from '../lab';
import { type JourneyAction, journeyActionKinds, journeyActionSchema } from './action';
import type { JourneyEvent } from './event';
import { type JourneyGoal, journeyGoalSchema } from './goal';
import { deadEnd, isMet } from './goals';
import { landmark } from './landmark';
import { type JourneySetup, journeySetupSchema } from './setup';
import type { JourneyState } from './state';
import { start, step } from './step';

/** From an address to a page: URL, HSTS, cache, DNS, TCP, TLS, HTTP, HTML and what it asks for, over the engines of the other labs. */
export const journeyLab: Lab<JourneySetup, JourneyState, JourneyAction, JourneyEvent, JourneyGoal> = {
  id: 'journey',
  major: 1,
  setup: journeySetupSchema,
  action: journeyActionSchema,
  goal: journeyGoalSchema,
  actionKinds: journeyActionKinds,
  start,
  step,
  // A step copies what it changes, which is little beside a journey.
  advance: step,
  isMet,
  landmark,
  deadEnd,
};
