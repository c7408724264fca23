import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import type { TcpAction } from './action';
import { capture } from './capture';
import { begin } from './moment';
import { tcpSetupSchema as schema, type tcpSetupSchema } from './setup';
import { start } from './start';
import type { TcpState } from './state';
import { step } from './step';
import { mssOfCookie } from './syn-cookie';

const client = { iss: 1_000, windowScale: 7, sackPermitted: true };
const rest = { windowScale: 7, sackPermitted: true, backlog: 4 };

function outcome(setup: z.input<typeof tcpSetupSchema>, ...actions: TcpAction[]): TcpState {
  return actions.reduce((state, action) => step(state, action).state, start(schema.parse(setup), 9));
}
const listen: TcpAction = { kind: 'listen', side: 'server' };
const open: TcpAction = { kind: 'open', side: 'client' };
const flood: TcpAction = { kind: 'flood', side: 'server', syns: 10 };
const wait = (ms: number): TcpAction => ({ kind: 'wait', ms });
const guess: TcpAction = { kind: 'forge', to: 'server', flags: ['ACK'], seq: 1_001, ack: 123_456 };
const hello: TcpAction = { kind: 'send', side: 'client', text: 'hello' };
const heard = (state: TcpState) => new TextDecoder().decode(state.server.application.received);

describe('a listener with a backlog', () => {
  it('opens a connection as one without', () => {
    const state = outcome({ client, server: rest }, listen, open, wait(200), hello, wait(200));
    expect([state.client.state, state.server.state, heard(state)]).toEqual(['ESTABLISHED', 'ESTABLISHED', 'hello']);
    expect(state.server.halfOpen).toEqual([]);
    expect(state.server.negotiated).toEqual(state.client.negotiated);
  });

  it('keeps as many unconfirmed callers as it has room for, and drops the SYNs of the others in silence', () => {
    const state = outcome({ client, server: rest }, listen, flood, wait(50), open, wait(500));
    expect(state.server.state).toBe('LISTEN');
    expect(state.server.halfOpen.length).toBe(4);
    expect(state.client.state).toBe('SYN-SENT');
    expect(state.segments.filter(({ from }) => from === 'server').length).toBe(4);
  });

  it('answers them again less and less often, forgets them, and then has room for an honest caller who still asks', () => {
    const times = { retransmissions: 2 };
    const state = outcome({ client, server: rest, times }, listen, flood, wait(8_000), open, wait(2_000));
    expect(state.server.state).toBe('ESTABLISHED');
    const answers = state.segments.filter(({ stranger, forged }) => stranger && !forged);
    expect(answers.length).toBe(4 * 3);
    expect([...new Set(answers.map(({ sentAt }) => sentAt))]).toEqual([40, 1_040, 3_040]);
  });

  it('forgets a caller that takes its SYN back', () => {
    const state = outcome(
      { client, server: rest },
      listen,
      open,
      wait(50),
      { kind: 'forge', to: 'server', flags: ['RST'], seq: 1_001 },
      wait(50),
    );
    expect(state.server.halfOpen.length).toBe(0);
    expect(state.server.state).toBe('LISTEN');
  });

  it('goes on listening to others beside the connection it has', () => {
    const state = outcome({ client, server: rest }, listen, open, wait(200), flood, wait(100), hello, wait(100));
    expect([state.server.state, state.server.halfOpen.length, heard(state)]).toEqual(['ESTABLISHED', 4, 'hello']);
  });
});

describe('SYN cookies', () => {
  const cookies = { ...rest, synCookies: 'when-full' as const };

  it('let an honest client in while the backlog is full, and keep nothing for it', () => {
    const state = outcome({ client, server: cookies }, listen, flood, wait(50), open, wait(200), hello, wait(200));
    expect([state.client.state, state.server.state, heard(state)]).toEqual(['ESTABLISHED', 'ESTABLISHED', 'hello']);
    expect(state.server.halfOpen.length).toBe(4);
  });

  it('cost the options that they have no room for', () => {
    const state = outcome({ client, server: cookies }, listen, flood, wait(50), open, wait(200));
    expect(state.server.negotiated).toMatchObject({ scale: null, sack: false });
    expect(state.client.negotiated).toMatchObject({ scale: null, sack: false });
    expect(state.server.SND.MSS).toBe(1_460);
  });

  it('keep them where timestamps carry them', () => {
    const timestamps = true;
    const state = outcome(
      { client: { ...client, timestamps }, server: { ...cookies, timestamps } },
      ...[listen, flood, wait(50), open, wait(200), hello, wait(200)],
    );
    expect(state.server.negotiated).toEqual({ scale: { snd: 7, rcv: 7 }, sack: true, timestamps: true });
    expect(state.client.negotiated).toEqual(state.server.negotiated);
    expect(heard(state)).toBe('hello');
  });

  it('round the segment size down to one of the eight they can tell', () => {
    const state = outcome(
      { client: { ...client, mss: 1_300 }, server: cookies },
      listen,
      flood,
      wait(50),
      open,
      wait(200),
    );
    expect(state.server.SND.MSS).toBe(1_220);
  });

  it('cannot be guessed: an acknowledgement of another number is answered by a reset', () => {
    const server = { ...rest, synCookies: 'always' as const };
    const state = outcome({ client, server }, ...[listen, guess, wait(100)]);
    expect(state.server.state).toBe('LISTEN');
    expect(state.segments.at(-1)).toMatchObject({ from: 'server', flags: ['RST'], seq: 123_456 });
  });

  it('are believed for two minutes at most, and only of the socket they were made for', () => {
    const server = { ...rest, synCookies: 'always' as const };
    const state = outcome({ client, server }, listen, open, wait(50));
    const cookie = state.segments.findLast(({ from }) => from === 'server')?.seq ?? 0;
    const judged = (at: number, peer: { address: string; port: number } | null) =>
      mssOfCookie(begin({ ...state, now: at }), state.server, peer, 1_000, cookie);
    expect(judged(50, null)).toBe(1_460);
    expect(judged(120_000, null)).toBe(1_460);
    expect(judged(130_000, null)).toBeNull();
    expect(judged(50, { address: '203.0.113.5', port: 49_396 })).toBeNull();
  });

  it('of the same seed are the same, of another seed others', () => {
    const server = { ...rest, synCookies: 'always' as const };
    const of = (seed: number) =>
      [listen, open, wait(50)].reduce(
        (state, action) => step(state, action).state,
        start(schema.parse({ client, server }), seed),
      ).segments[1]?.seq;
    expect(of(1)).toBe(of(1));
    expect(of(1)).not.toBe(of(2));
  });
});

describe('a capture during a flood', () => {
  it('shows at the server all that reaches it and all it answers; at the client only its own', () => {
    const state = outcome({ client, server: rest }, listen, flood, wait(50), open, wait(60));
    expect(capture(state, 'server').length).toBe(10 + 4 + 1);
    expect(capture(state, 'client').length).toBe(1);
  });
});
