import { describe, expect, it } from 'vitest';
import { holds, play } from './test-scenario';

const opening = (window = '') => `
  0   server listen
  0   client open
  0   client > SYN seq 1000
  40  server > SYN ACK seq 5000 ack 1001 ${window}
  80  client > ACK seq 1001 ack 5001
`;

describe('Nagle’s algorithm', () => {
  const setup = { client: { iss: 1_000, nagle: true }, server: { iss: 5_000, ackDelay: 200 } };

  it('holds small text back while any is unacknowledged, and waits out a delayed acknowledgement', () => {
    const result = play(
      `${opening()}
      200 client send a
      200 client > ACK seq 1001 ack 5001 len 1
      210 client send b
      220 client send c
      440 server > ACK seq 5001 ack 1002
      480 client > ACK seq 1002 ack 5001 len 2
      720 server > ACK seq 5001 ack 1004`,
      setup,
    );
    holds(result);
    expect(new TextDecoder().decode(result.state.server.application.received)).toBe('abc');
  });

  it('lets full segments pass, and does not keep a FIN waiting', () => {
    const { state } = play(
      `${opening()}
      200 client send x*250
      210 client close
      220 client is FIN-WAIT-1`,
      { ...setup, server: { iss: 5_000, mss: 100 } },
    );
    expect(state.segments.slice(3).map(({ text, flags }) => `${text.length} ${flags.join(' ')}`)).toEqual([
      '100 ACK',
      '100 ACK',
      '50 FIN PSH ACK',
    ]);
  });
});

describe('silly windows', () => {
  const server = { iss: 5_000, window: 20, mss: 10, reading: 'on-call' as const };

  it('are avoided: the window opens by half the buffer or a segment, not by crumbs', () => {
    holds(
      play(
        `${opening('win 20')}
        200 client send x*30
        200 client > ACK seq 1001 ack 5001 len 10
        200 client > ACK seq 1011 ack 5001 len 10
        240 server > ACK seq 5001 ack 1011 win 10
        240 server > ACK seq 5001 ack 1021 win 0
        400 server receive 2
        500 server receive 4
        700 server receive
        700 server > ACK seq 5001 ack 1021 win 20
        740 client > ACK seq 1021 ack 5001 len 10
        780 server > ACK seq 5001 ack 1031 win 10`,
        { client: { iss: 1_000, sillyWindow: 'avoided' }, server },
      ),
    );
  });

  it('come of reading byte by byte where they are allowed', () => {
    holds(
      play(
        `${opening('win 20')}
        200 client send x*30
        200 client > ACK seq 1001 ack 5001 len 10
        200 client > ACK seq 1011 ack 5001 len 10
        240 server > ACK seq 5001 ack 1011 win 10
        240 server > ACK seq 5001 ack 1021 win 0
        400 server receive 1
        400 server > ACK seq 5001 ack 1021 win 1
        440 client > ACK seq 1021 ack 5001 len 1
        480 server > ACK seq 5001 ack 1022 win 0
        500 server receive 1
        500 server > ACK seq 5001 ack 1022 win 1
        540 client > ACK seq 1022 ack 5001 len 1
        580 server > ACK seq 5001 ack 1023 win 0`,
        { client: { iss: 1_000, sillyWindow: 'allowed' }, server: { ...server, sillyWindow: 'allowed' } },
      ),
    );
  });

  it('do not stop a sender for good: after half a second it sends what the window takes', () => {
    const { state } = play(
      `${opening('win 20')}
      200  client send x*23
      300  server receive 5
      1900 client is ESTABLISHED`,
      { client: { iss: 1_000, sillyWindow: 'avoided' }, server: { ...server, mss: 1_460, sillyWindow: 'allowed' } },
    );
    expect(state.segments.slice(3).filter(({ text }) => text.length > 0)).toMatchObject([
      { sentAt: 200, len: 20 },
      { sentAt: 340, len: 3 },
    ]);
    const waits = play(
      `${opening('win 20')}
      200  client send x*23
      300  server receive 2
      1900 client is ESTABLISHED`,
      { client: { iss: 1_000, sillyWindow: 'avoided' }, server: { ...server, mss: 1_460, sillyWindow: 'allowed' } },
    );
    expect(waits.state.segments.slice(3).filter(({ text }) => text.length > 0)).toMatchObject([
      { sentAt: 200, len: 20 },
      { sentAt: 840, len: 2 },
    ]);
  });
});

describe('a closed window', () => {
  it('is probed again and again, at intervals that double, and opens with the reader', () => {
    const { state } = play(
      `${opening('win 4')}
      200   client send abcdefgh
      20000 server receive
      30000 client is ESTABLISHED`,
      { client: { iss: 1_000 }, server: { iss: 5_000, window: 4, reading: 'on-call' } },
    );
    const probes = state.segments.filter(({ from, text }) => from === 'client' && text.length === 1);
    expect(probes.map(({ sentAt }) => sentAt)).toEqual([1_280, 3_280, 7_280, 15_280, 20_040]);
    expect(state.server.application.received.length + state.server.application.buffered.length).toBe(8);
  });
});

describe('the user’s patience', () => {
  it('ends a connection whose text is not acknowledged in time, and tells the user so', () => {
    const { state } = play(
      `${opening()}
      200  client send hello
      200  network lose 3
      1200 network lose 4
      2300 client is CLOSED`,
      { client: { iss: 1_000 }, server: { iss: 5_000 }, times: { userTimeout: 2_000 } },
    );
    expect(state.client.application.notices).toEqual(['user-timeout']);
  });

  it('begins anew with every acknowledgement that brings something', () => {
    const { faults } = play(
      `${opening()}
      200  client send hello
      1500 client send more
      3000 client send and more
      3100 client is ESTABLISHED
      9000 client is ESTABLISHED`,
      { client: { iss: 1_000 }, server: { iss: 5_000 }, times: { userTimeout: 2_000 } },
    );
    expect(faults).toEqual([]);
  });
});
