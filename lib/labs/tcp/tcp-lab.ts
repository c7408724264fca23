import type { Lab } from '../lab';
import { type TcpAction, tcpActionKinds, tcpActionSchema } from './action';
import type { TcpEvent } from './event';
import { type TcpGoal, tcpGoalSchema } from './goal';
import { deadEnd, isMet } from './goals';
import { landmark } from './landmark';
import { type TcpSetup, tcpSetupSchema } from './setup';
import { start } from './start';
import type { TcpState } from './state';
import { advance, step } from './step';

/** Two RFC 9293 endpoints and the network between them. */
export const tcpLab: Lab<TcpSetup, TcpState, TcpAction, TcpEvent, TcpGoal> = {
  id: 'tcp',
  major: 1,
  setup: tcpSetupSchema,
  action: tcpActionSchema,
  goal: tcpGoalSchema,
  actionKinds: tcpActionKinds,
  start,
  step,
  advance,
  isMet,
  landmark,
  deadEnd,
};
