import type { Lab } from '../lab';
import { type TlsAction, tlsActionKinds, tlsActionSchema } from './action';
import type { TlsEvent } from './event';
import { type TlsGoal, tlsGoalSchema } from './goal';
import { deadEnd, isMet } from './goals';
import { landmark } from './landmark';
import { type TlsSetup, tlsSetupSchema } from './setup';
import { start } from './start';
import type { TlsState } from './state';
import { advance, step } from './step';

/** A TLS client and a TLS server (RFC 8446, RFC 5246), and the network between them. */
export const tlsLab: Lab<TlsSetup, TlsState, TlsAction, TlsEvent, TlsGoal> = {
  id: 'tls',
  major: 1,
  setup: tlsSetupSchema,
  action: tlsActionSchema,
  goal: tlsGoalSchema,
  actionKinds: tlsActionKinds,
  start,
  step,
  advance,
  isMet,
  landmark,
  deadEnd,
};
