import { describe, expect, it } from 'vitest';
import type { TcpSetup } from './setup';
import type { TcpState } from './state';
import { holds, play } from './test-scenario';

const opening = `
  0   server listen
  0   client open
`;
const opened = `${opening}
  0   client > SYN seq 1000
  40  server > SYN ACK seq 5000 ack 1001
  80  client > ACK seq 1001 ack 5001
`;
const reno = { client: { iss: 1_000, congestion: 'new-reno' as const }, server: { iss: 5_000, mss: 100 } };

/** How the window went, without the steps in which only the flight changed. */
function windows(state: TcpState): string[] {
  const all = state.samples
    .filter(({ side }) => side === 'client')
    .map(({ at, cwnd, ssthresh }) => ({ at, what: `${cwnd}/${ssthresh > 1e9 ? '∞' : ssthresh}` }));
  return all.filter(({ what }, place) => all[place - 1]?.what !== what).map(({ at, what }) => `${at} ${what}`);
}

describe('slow start', () => {
  it('begins with four segments and grows by one for each that is acknowledged (RFC 5681 §3.1)', () => {
    const { state } = play(
      `${opening}
      200 client send x*1200
      900 client is ESTABLISHED`,
      reno,
    );
    const perTrip = [200, 280, 360].map(
      (at) => state.segments.filter((one) => one.sentAt === at && one.len > 0).length,
    );
    expect(perTrip).toEqual([4, 8, 0]);
    expect(windows(state).slice(0, 6)).toEqual([
      '80 400/∞',
      '280 500/∞',
      '280 600/∞',
      '280 700/∞',
      '280 800/∞',
      '360 900/∞',
    ]);
  });

  it.each([
    [536, 4],
    [1_096, 3],
    [1_460, 3],
  ])('begins with as many segments of %i bytes as the RFC allows: %i', (mss, segments) => {
    const { state } = play(`${opening} 200 client is ESTABLISHED`, {
      client: { congestion: 'new-reno' },
      server: { mss },
    });
    expect(state.client.congestion?.cwnd).toBe(segments * mss);
  });

  it('begins with one segment when the SYN had to be sent again', () => {
    const { state } = play(
      `${opening}
      0    network lose 0
      3000 client is ESTABLISHED`,
      reno,
    );
    expect(state.client.congestion?.cwnd).toBe(100);
  });
});

describe('fast retransmit and fast recovery', () => {
  it('take the third duplicate for a loss, halve the window, and end when all is acknowledged', () => {
    const result = play(
      `${opened}
      200 client send x*1000
      200 client > ACK seq 1001 ack 5001 len 100
      200 client > ACK seq 1101 ack 5001 len 100
      200 client > ACK seq 1201 ack 5001 len 100
      200 network lose 5
      200 client > ACK seq 1301 ack 5001 len 100
      240 server > ACK seq 5001 ack 1101
      240 server > ACK seq 5001 ack 1201
      240 server > ACK seq 5001 ack 1201
      280 client > ACK seq 1401 ack 5001 len 100
      280 client > ACK seq 1501 ack 5001 len 100
      280 client > ACK seq 1601 ack 5001 len 100
      280 client > ACK seq 1701 ack 5001 len 100
      280 client > ACK seq 1801 ack 5001 len 100   # limited transmit: the first duplicate
      320 server > ACK seq 5001 ack 1201
      320 server > ACK seq 5001 ack 1201
      320 server > ACK seq 5001 ack 1201
      320 server > ACK seq 5001 ack 1201
      320 server > ACK seq 5001 ack 1201
      360 client > ACK seq 1901 ack 5001 len 100   # the second
      360 client > ACK seq 1201 ack 5001 len 100   # the third: again
      400 server > ACK seq 5001 ack 1201
      400 server > ACK seq 5001 ack 2001`,
      reno,
    );
    holds(result);
    // 600 bytes were under way at the first duplicate: ssthresh 300, and three segments that have left the network.
    const tail = play(`1000 client is ESTABLISHED`, reno, 1, result.state).state;
    expect(windows(tail)).toEqual([
      ...[
        '80 400/∞',
        '280 500/∞',
        '280 600/∞',
        '360 600/300',
        '360 700/300',
        '360 800/300',
        '360 900/300',
        '440 1000/300',
        '440 200/300',
      ],
    ]);
  });

  it('repeat one segment for each partial acknowledgement when several were lost (RFC 6582)', () => {
    const { state } = play(
      `${opening}
      200 client send x*1000
      200 network lose 3
      200 network lose 5
      2000 client is ESTABLISHED`,
      { ...reno, client: { ...reno.client, initialWindow: 8 } },
    );
    const repeats = state.segments.filter(({ repeats: first }) => first !== undefined);
    expect(repeats.map(({ seq, sentAt }) => `${sentAt} ${seq}`)).toEqual(['280 1001', '360 1201']);
    expect(state.server.application.received.length).toBe(1_000);
  });

  it('repeat only what is missing when the peer says what it has (RFC 2018)', () => {
    const { state } = play(
      `${opening}
      200 client send x*1000
      200 network lose 3
      200 network lose 5
      2000 client is ESTABLISHED`,
      {
        client: { ...reno.client, initialWindow: 8, sackPermitted: true },
        server: { ...reno.server, sackPermitted: true },
      },
    );
    const repeats = state.segments.filter(({ repeats: first }) => first !== undefined);
    expect(repeats.map(({ seq }) => seq)).toEqual([1_001, 1_201]);
    expect(new Set(repeats.map(({ sentAt }) => sentAt)).size).toBe(1);
    expect(state.server.application.received.length).toBe(1_000);
  });
});

describe('a time-out', () => {
  it('goes back to one segment, and slow start up to half of what was under way', () => {
    const { state } = play(
      `${opening}
      200 client send x*800
      200 network lose 3
      200 network lose 4
      200 network lose 5
      200 network lose 6
      3000 client is ESTABLISHED`,
      reno,
    );
    expect(windows(state).slice(0, 4)).toEqual(['80 400/∞', '1200 100/200', '1280 200/200', '1360 250/200']);
    const sent = state.segments.filter(({ from, len, sentAt }) => from === 'client' && len > 0 && sentAt >= 1_200);
    expect(sent.map(({ sentAt, seq }) => `${sentAt} ${seq}`).slice(0, 5)).toEqual([
      '1200 1001',
      '1280 1101',
      '1280 1201',
      '1360 1301',
      '1360 1401',
    ]);
    expect(state.server.application.received.length).toBe(800);
  });

  it('does not lower ssthresh again for the same segment', () => {
    const { state } = play(
      `${opening}
      200  client send x*400
      200  network lose 3
      200  network lose 4
      200  network lose 5
      200  network lose 6
      1200 network lose 7
      3500 client is ESTABLISHED`,
      reno,
    );
    expect(state.client.congestion?.ssthresh).toBe(200);
  });
});

describe('after a pause', () => {
  it('longer than the time-out the window is no larger than at the beginning (RFC 5681 §4.1)', () => {
    const { state } = play(
      `${opening}
      200  client send x*1200
      9000 client send x*1200
      9001 client is ESTABLISHED`,
      reno,
    );
    expect(state.segments.filter(({ sentAt, from }) => sentAt === 9_000 && from === 'client').length).toBe(4);
  });
});

it('no setup of old has any of this', () => {
  const plain: TcpSetup['client']['congestion'] = undefined;
  const { state } = play(`${opening} 200 client send x*1000\n 900 client is ESTABLISHED`, {
    client: { congestion: plain },
  });
  expect(state.samples).toEqual([]);
  expect(state.client.congestion).toBeNull();
});
