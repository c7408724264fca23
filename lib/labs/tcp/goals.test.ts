import { describe, expect, it } from 'vitest';
import type { TcpGoal } from './goal';
import { deadEnd, isMet } from './goals';
import { landmark } from './landmark';
import { plainSetup, play } from './test-scenario';

const opened = `
  0   server listen
  0   client open
  120 client is ESTABLISHED
`;
const closed = `${opened}
  200    client close
  300    server close
  300000 client is CLOSED
`;
const threeSegments = { ...plainSetup, server: { iss: 5_000, ackDelay: 200 } };

type Case = { goal: TcpGoal; met: string; unmet: string; setup?: Parameters<typeof play>[1] };

const cases: Case[] = [
  { goal: { kind: 'in-state', side: 'client', state: 'ESTABLISHED' }, met: opened, unmet: closed },
  { goal: { kind: 'passed-through', side: 'client', state: 'TIME-WAIT' }, met: closed, unmet: opened },
  {
    goal: { kind: 'received', side: 'server', text: 'hello' },
    met: `${opened}
      200 client send hel
      200 client send lo
      300 server is ESTABLISHED`,
    unmet: `${opened}
      200 client send hello
      200 client send !
      300 server is ESTABLISHED`,
  },
  {
    goal: { kind: 'received-after-close', side: 'client' },
    met: `${opened}
      200 client close
      300 server send late
      400 server is CLOSE-WAIT`,
    unmet: `${opened}
      200 server send early
      300 client close
      400 server is CLOSE-WAIT`,
  },
  { goal: { kind: 'closed-cleanly' }, met: closed, unmet: `${opened}\n 200 client abort\n 300 server is CLOSED` },
  { goal: { kind: 'closed-with', segments: 4 }, met: closed, unmet: opened },
  { goal: { kind: 'closed-with', segments: 3 }, met: closed, unmet: opened, setup: threeSegments },
  {
    goal: { kind: 'segment-lost', from: 'client', flags: ['SYN'] },
    met: '0 client open\n 0 network lose 0',
    unmet: '0 client open',
  },
  {
    goal: { kind: 'segment-lost', from: 'server', flags: ['SYN', 'ACK'] },
    met: '0 server listen\n 0 client open\n 40 network lose 1',
    unmet: '0 server listen\n 0 client open\n 0 network lose 0',
  },
  {
    goal: { kind: 'segment-lost', from: 'client', flags: ['ACK'] },
    met: '0 server listen\n 0 client open\n 80 network lose 2',
    unmet: `${opened}\n 200 client send hello\n 200 network lose 3`,
  },
  {
    goal: { kind: 'segment-lost', from: 'client', flags: ['FIN'] },
    met: `${opened}\n 200 client close\n 200 network lose 3`,
    unmet: closed,
  },
  {
    goal: { kind: 'last-ack-lost' },
    met: `${opened}\n 200 client close\n 300 server close\n 340 network lose 6`,
    unmet: `${opened}\n 200 client close\n 240 network lose 4\n 300 server close`,
  },
  {
    goal: { kind: 'retransmitted', from: 'client', flag: 'SYN' },
    met: '0 client open\n 0 network lose 0\n 1500 client is CLOSED',
    unmet: '0 client open\n 0 network duplicate 0',
  },
  {
    goal: { kind: 'notified', side: 'client', notice: 'connection-refused' },
    met: '0 client open\n 80 client is CLOSED',
    unmet: opened,
  },
  {
    goal: { kind: 'received-bytes', side: 'server', hex: '68 69' },
    met: `${opened}\n 200 client send hi\n 300 server is ESTABLISHED`,
    unmet: `${opened}\n 200 client send ho\n 300 server is ESTABLISHED`,
  },
  {
    goal: { kind: 'checksum-refused', side: 'server' },
    met: `${opened}\n 200 client send hi\n 200 network corrupt 3 40\n 300 server is ESTABLISHED`,
    unmet: `${opened}\n 200 client send hi\n 200 network corrupt 3 9\n 300 server is ESTABLISHED`,
  },
  {
    goal: { kind: 'window-scaled' },
    met: opened,
    unmet: '0 client open\n 100 client is CLOSED',
    setup: { client: { iss: 1_000, windowScale: 2 }, server: { iss: 5_000, windowScale: 2 } },
  },
  {
    goal: { kind: 'zero-window-probed', from: 'client' },
    met: `${opened}\n 200 client send hello\n 3000 server is ESTABLISHED`,
    unmet: `${opened}\n 200 client send he\n 3000 server is ESTABLISHED`,
    setup: { client: { iss: 1_000 }, server: { iss: 5_000, window: 2, reading: 'on-call' } },
  },
  {
    goal: { kind: 'fast-retransmitted', from: 'client' },
    met: `${opened}\n 200 client send x*600\n 200 network lose 3\n 2000 client is ESTABLISHED`,
    unmet: `${opened}\n 200 client send x*200\n 200 network lose 3\n 2000 client is ESTABLISHED`,
    setup: { client: { iss: 1_000, congestion: 'new-reno', initialWindow: 10 }, server: { iss: 5_000, mss: 100 } },
  },
  {
    goal: { kind: 'cookie-accepted', side: 'server' },
    met: opened,
    unmet: '0 server listen\n 0 client open\n 60 server is LISTEN',
    setup: { client: { iss: 1_000 }, server: { iss: 5_000, backlog: 1, synCookies: 'always' } },
  },
  {
    goal: { kind: 'opened-at-once' },
    met: '0 client open\n 0 server open\n 200 client is ESTABLISHED',
    unmet: opened,
  },
  {
    goal: { kind: 'closed-at-once' },
    met: `${opened}\n 200 client close\n 200 server close\n 300 client is TIME-WAIT`,
    unmet: closed,
  },
  { goal: { kind: 'segments-at-most', segments: 3 }, met: opened, unmet: '0 server listen' },
];

describe('a goal', () => {
  it.each(cases)('$goal is met by one run and not by another', ({ goal, met, unmet, setup }) => {
    const [good, bad] = [play(met, setup), play(unmet, setup)];
    expect([...good.faults, ...bad.faults]).toEqual([]);
    expect([isMet(goal, good.state), isMet(goal, bad.state)]).toEqual([true, false]);
  });

  it.each(cases)('$goal is not met by an untouched lab', ({ goal }) => {
    expect(isMet(goal, play('').state)).toBe(false);
  });
});

describe('a dead end', () => {
  const within = ['close', 'abort', 'next', 'send'];

  it('is not seen where a goal can still be met', () => {
    const { state } = play(opened);
    for (const { goal } of cases) expect(goal.kind === 'received' ? null : deadEnd([goal], state, within)).toBeNull();
  });

  it.each<[string, TcpGoal, string, string]>([
    ['too many segments', { kind: 'segments-at-most', segments: 2 }, opened, 'too-many-segments'],
    ['four segments where three were asked for', { kind: 'closed-with', segments: 3 }, closed, 'too-many-segments'],
    ['a reset', { kind: 'closed-cleanly' }, `${opened}\n 200 client abort`, 'reset-sent'],
    [
      'other text',
      { kind: 'received', side: 'server', text: 'hello' },
      `${opened}\n 200 client send help!\n 300 server is ESTABLISHED`,
      'other-text',
    ],
    [
      'a peer that has closed first',
      { kind: 'received-after-close', side: 'client' },
      `${opened}\n 200 server close`,
      'peer-has-closed',
    ],
    ['an end without the goal', { kind: 'last-ack-lost' }, closed, 'connection-over'],
  ])('is %s', (_name, goal, script, why) => {
    expect(deadEnd([{ kind: 'segments-at-most', segments: 99 }, goal], play(script).state, within)).toEqual({
      goal: 1,
      why,
    });
  });

  it('is no end where the task lets one open again', () => {
    expect(deadEnd([{ kind: 'last-ack-lost' }], play(closed).state, [...within, 'open'])).toBeNull();
  });
});

describe('the landmark', () => {
  it.each([
    ['nothing-yet', ''],
    ['listening', '0 server listen'],
    ['opening', '0 server listen\n 0 client open'],
    ['open', opened],
    ['half-closed', `${opened}\n 200 client close\n 290 client is FIN-WAIT-2`],
    ['closing', `${opened}\n 200 client close`],
    ['time-wait', `${opened}\n 200 client close\n 300 server close\n 400 client is TIME-WAIT`],
    ['closed', closed],
    ['refused', '0 client open\n 80 client is CLOSED'],
    ['reset', `${opened}\n 200 client abort\n 300 server is CLOSED`],
    ['half-open', `${opened}\n 200 client abort\n 200 network lose 3`],
    ['gave-up', '0 client open\n 3600000 client is CLOSED'],
  ])('is %s', (name, script) => {
    const setup = name === 'gave-up' ? { ...plainSetup, network: { loss: 1 } } : plainSetup;
    expect(landmark(play(script, setup).state)).toBe(name);
  });
});
