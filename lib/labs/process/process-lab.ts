import type { Lab } from '../lab';
import { type ProcessAction, processActionSchema } from './action';
import type { ProcessEvent } from './event';
import { type ProcessGoal, processGoalSchema } from './goal';
import { deadEnd, isMet } from './goals';
import { type ProcessSetup, processSetupSchema } from './setup';
import { type ProcessState, startProcess } from './state';
import { stepProcess } from './step';

/** Whatever an author defines in states, guarded actions and variables. There is no chance in it: the seed changes nothing. */
export const processLab: Lab<ProcessSetup, ProcessState, ProcessAction, ProcessEvent, ProcessGoal> = {
  id: 'process',
  major: 1,
  setup: processSetupSchema,
  action: processActionSchema,
  goal: processGoalSchema,
  // Each process names its own.
  actionKinds: [],
  start: startProcess,
  step: stepProcess,
  advance: stepProcess,
  isMet,
  landmark: ({ at }) => at,
  deadEnd,
};
