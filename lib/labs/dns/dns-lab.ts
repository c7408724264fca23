import type { Lab } from '../lab';
import { type DnsAction, dnsActionKinds, dnsActionSchema } from './action';
import { internetFor } from './built-in-zones';
import type { DnsEvent } from './event';
import { type DnsGoal, dnsGoalSchema } from './goal';
import { deadEnd, isMet } from './goals';
import { landmark } from './landmark';
import { type DnsSetup, dnsSetupSchema } from './setup';
import { start } from './start';
import type { DnsState } from './state';
import { advance, step } from './step';

/** A computer, its resolver with a cache, and the servers of a simulated internet (RFC 1034, RFC 1035). */
export const dnsLab: Lab<DnsSetup, DnsState, DnsAction, DnsEvent, DnsGoal> = {
  id: 'dns',
  major: 1,
  setup: dnsSetupSchema,
  action: dnsActionSchema,
  goal: dnsGoalSchema,
  actionKinds: dnsActionKinds,
  start: (setup, seed) => start(setup, seed, internetFor(setup)),
  step,
  advance,
  isMet,
  landmark,
  deadEnd,
};
