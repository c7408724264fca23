import type { Figure } from '../../lib/cli/bench';
import { actionLogLimits } from '../../lib/labs/action-log';
import { gradeTask } from '../../lib/labs/grade-task';
import { nextBelow, seeded } from '../../lib/labs/random';
import { type Task, taskSchema } from '../../lib/labs/task';
import { tcpActionKinds } from '../../lib/labs/tcp/action';

const ROUNDS = 5;

/** How long the worst log takes that a learner may hand in: logs that press each thing the lab does as far as the limits allow, and random ones. */
export async function run(): Promise<Figure[]> {
  const task = everythingAllowed();
  const logs = { ...pressing(), ...mixtures(60) };
  const taken = Object.entries(logs).map(([name, log]) => {
    const fitting = longestThatFits(task, log);
    gradeTask(task, fitting);
    return {
      name,
      actions: fitting.length,
      ms: Math.min(...Array.from({ length: ROUNDS }, () => time(task, fitting))),
    };
  });
  const worst = taken.sort((one, other) => other.ms - one.ms).slice(0, 5);
  return worst.map(({ name, actions, ms }) => ({
    name: `replay and grade: ${name}, ${actions} actions`,
    value: ms,
    unit: 'ms',
    atMost: 50,
  }));
}

/** A task in which nothing is forbidden and no goal is easy. */
function everythingAllowed(): Task {
  return taskSchema.parse({
    id: 'everything',
    lab: 'tcp',
    title: { en: 'Everything' },
    actions: [...tcpActionKinds],
    goal: [{ kind: 'closed-cleanly' }],
    objective: 'everything',
    minutes: 5,
    prompt: { en: 'Everything' },
  });
}

const opened = [{ kind: 'listen', side: 'server' }, { kind: 'open', side: 'client' }, ...repeat(3, { kind: 'next' })];

function repeat(times: number, ...actions: object[]): object[] {
  return Array.from({ length: times }, () => actions).flat();
}

/** One thing, over and over, on an open connection. */
function pressing(): Record<string, object[]> {
  const many = actionLogLimits.actions;
  const send = { kind: 'send', side: 'client', text: 'x' };
  const most = { kind: 'send', side: 'client', text: 'x'.repeat(4_000) };
  const next = { kind: 'next' };
  const built = { kind: 'craft', to: 'server', flags: ['ACK'], seq: 1, checksum: 1, hex: 'ff' };
  return {
    'one byte at a time': [...opened, ...repeat(many, send, next, next)],
    'one byte at a time, never delivered': [...opened, ...repeat(many, send)],
    'the most at once': [...opened, ...repeat(many, most, next, next, next)],
    'the most at once, never delivered': [...opened, ...repeat(many, most)],
    'copies of a copy': [...opened, send, ...repeat(many, { kind: 'duplicate', segment: 3 })],
    'copies, each delivered': [...opened, send, ...repeat(many, { kind: 'duplicate', segment: 3 }, next)],
    'an hour, and another': [...opened, most, ...repeat(many, { kind: 'wait', ms: 3_600_000 })],
    'a millisecond, and another': [...opened, most, ...repeat(many, { kind: 'wait', ms: 1 })],
    'open and cut off': repeat(many, ...opened, { kind: 'abort', side: 'client' }, ...repeat(3, next)),
    'steps in which nothing happens': [...opened, ...repeat(many, next)],
    'segments built by hand, each read and refused': [...opened, ...repeat(many, built, next)],
    'a bit turned over, and back': [
      ...opened,
      most,
      ...repeat(many, { kind: 'corrupt', segment: 3, byte: 60, bit: 1 }),
    ],
  };
}

/** Random walks, each with a taste of its own for sending, waiting and disturbing. */
function mixtures(count: number): Record<string, object[]> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, nth) => {
      const chance = chances(nth);
      const taste = [chance(8), chance(4), chance(3), chance(3), chance(2)];
      const walk = Array.from({ length: actionLogLimits.actions }, () => anyAction(chance, taste));
      return [`mixture ${nth + 1}`, [...opened, ...walk]];
    }),
  );
}

type Chance = (below: number) => number;

function chances(seed: number): Chance {
  let state = seeded(seed);
  return (below) => {
    const next = nextBelow(state, below);
    state = next.state;
    return next.value;
  };
}

function anyAction(
  chance: Chance,
  [sends = 0, waits = 0, copies = 0, losses = 0, delays = 0]: readonly number[],
): object {
  const drawn = chance(10 + sends + waits + copies + losses + delays);
  const side = chance(2) === 0 ? 'client' : 'server';
  const segment = chance(3_000);
  if (drawn < 10) return { kind: 'next' };
  if (drawn < 10 + sends) return { kind: 'send', side, text: 'x'.repeat(1 + chance(8)) };
  if (drawn < 10 + sends + waits) return { kind: 'wait', ms: 1 + chance(400) };
  if (drawn < 10 + sends + waits + copies) return { kind: 'duplicate', segment };
  if (drawn < 10 + sends + waits + copies + losses) return { kind: 'drop', segment };
  return { kind: 'delay', segment, ms: 1 + chance(5_000) };
}

/** As much of a log as the limits let through: found by halving. */
function longestThatFits(task: Task, log: readonly object[]): readonly object[] {
  let fits = 0;
  let tooLong = log.length + 1;
  while (tooLong - fits > 1) {
    const half = (fits + tooLong) >> 1;
    if (gradeTask(task, log.slice(0, half)).kind === 'scored') fits = half;
    else tooLong = half;
  }
  return log.slice(0, fits);
}

function time(task: Task, log: readonly object[]): number {
  const begun = performance.now();
  gradeTask(task, log);
  return performance.now() - begun;
}
