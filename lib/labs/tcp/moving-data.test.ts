import { describe, expect, it } from 'vitest';
import { play } from './test-scenario';

/** Opens with a server that has these habits. */
const withServer = (server: object) => ({ client: { iss: 1_000 }, server: { iss: 5_000, ...server } });

const opening = (window = '') => `
  0   server listen
  0   client open
  0   client > SYN seq 1000
  40  server > SYN ACK seq 5000 ack 1001 ${window}
  80  client > ACK seq 1001 ack 5001
  120 server is ESTABLISHED
`;

function holds(result: ReturnType<typeof play>): void {
  expect(result.sent).toEqual(result.expected.map((line) => line.trim()));
  expect(result.faults).toEqual([]);
}

const received = (result: ReturnType<typeof play>, side: 'client' | 'server') =>
  new TextDecoder().decode(result.state[side].application.received);

describe('sending text', () => {
  it('numbers every byte, and is acknowledged with the next one', () => {
    const result = play(`${opening()}
      200 client send hello
      200 client > ACK seq 1001 ack 5001 len 5
      240 server > ACK seq 5001 ack 1006
    `);
    holds(result);
    expect(received(result, 'server')).toBe('hello');
  });

  it('is cut into segments of the size the receiver named', () => {
    holds(
      play(
        `${opening()}
        200 client send abcdefgh
        200 client > ACK seq 1001 ack 5001 len 3
        200 client > ACK seq 1004 ack 5001 len 3
        200 client > ACK seq 1007 ack 5001 len 2
        240 server > ACK seq 5001 ack 1004
        240 server > ACK seq 5001 ack 1007
        240 server > ACK seq 5001 ack 1009
      `,
        withServer({ mss: 3 }),
      ),
    );
  });

  it('repeats what was lost, with a time-out of a second that doubles', () => {
    const result = play(`${opening()}
      200  client send hello
      200  client > ACK seq 1001 ack 5001 len 5
      200  network lose 3
      1200 client > ACK seq 1001 ack 5001 len 5
      1200 network lose 4
      3200 client > ACK seq 1001 ack 5001 len 5
      3240 server > ACK seq 5001 ack 1006
    `);
    holds(result);
    expect(received(result, 'server')).toBe('hello');
  });

  it('is taken once when the acknowledgement was lost and the text comes again', () => {
    const result = play(`${opening()}
      200  client send hello
      200  client > ACK seq 1001 ack 5001 len 5
      240  server > ACK seq 5001 ack 1006
      240  network lose 4
      1200 client > ACK seq 1001 ack 5001 len 5
      1240 server > ACK seq 5001 ack 1006
    `);
    holds(result);
    expect(received(result, 'server')).toBe('hello');
  });

  it('waits for its turn when it was overtaken, and is acknowledged all at once', () => {
    const result = play(`${opening()}
      200 client send one
      200 client > ACK seq 1001 ack 5001 len 3
      200 network hold 3 100
      210 client send two
      210 client > ACK seq 1004 ack 5001 len 3
      250 server > ACK seq 5001 ack 1001
      340 server > ACK seq 5001 ack 1007
    `);
    holds(result);
    expect(received(result, 'server')).toBe('onetwo');
  });

  it('keeps what lies behind a second gap until that one is filled too', () => {
    const result = play(`${opening()}
      200 client send aa
      200 client > ACK seq 1001 ack 5001 len 2
      200 network hold 3 100
      200 client send bb
      200 client > ACK seq 1003 ack 5001 len 2
      200 client send cc
      200 client > ACK seq 1005 ack 5001 len 2
      200 network hold 5 200
      200 client send dd
      200 client > ACK seq 1007 ack 5001 len 2
      240 server > ACK seq 5001 ack 1001
      240 server > ACK seq 5001 ack 1001
      340 server > ACK seq 5001 ack 1005
      440 server > ACK seq 5001 ack 1009
    `);
    holds(result);
    expect(received(result, 'server')).toBe('aabbccdd');
  });

  it('takes no copy the network makes for something new', () => {
    const result = play(`${opening()}
      200 client send hello
      200 client > ACK seq 1001 ack 5001 len 5
      200 network duplicate 3
      240 server > ACK seq 5001 ack 1006
      241 server > ACK seq 5001 ack 1006
    `);
    holds(result);
    expect(received(result, 'server')).toBe('hello');
  });

  it('stops at the receiver’s window, and goes on when the application reads', () => {
    const result = play(
      `${opening('win 4')}
      200 client send abcdef
      200 client > ACK seq 1001 ack 5001 len 4
      240 server > ACK seq 5001 ack 1005 win 0
      400 server receive
      400 server > ACK seq 5001 ack 1005 win 4
      440 client > ACK seq 1005 ack 5001 len 2
      480 server > ACK seq 5001 ack 1007 win 2
    `,
      withServer({ window: 4, reading: 'on-call' }),
    );
    holds(result);
    expect(received(result, 'server')).toBe('abcd');
  });

  it('asks about a closed window with one byte, because the news of its opening may be lost', () => {
    const result = play(
      `${opening('win 4')}
      200  client send abcdef
      200  client > ACK seq 1001 ack 5001 len 4
      240  server > ACK seq 5001 ack 1005 win 0
      400  server receive
      400  server > ACK seq 5001 ack 1005 win 4
      400  network lose 5
      1280 client > ACK seq 1005 ack 5001 len 1
      1320 server > ACK seq 5001 ack 1006 win 3
      1360 client > ACK seq 1006 ack 5001 len 1
      1400 server > ACK seq 5001 ack 1007 win 2
    `,
      withServer({ window: 4, reading: 'on-call' }),
    );
    holds(result);
  });

  it('keeps asking a window that stays closed, and does not give up on a peer that answers', () => {
    const { state } = play(
      `${opening('win 1')}
      200    client send ab
      600000 client is ESTABLISHED
    `,
      { ...withServer({ window: 1, reading: 'on-call' }), times: { retransmissions: 2 } },
    );
    expect(state.client.state).toBe('ESTABLISHED');
    expect(state.server.application.buffered.length).toBe(1);
  });

  it('waits with its acknowledgement for text that can carry it', () => {
    holds(
      play(
        `${opening()}
        200 client send ping
        200 client > ACK seq 1001 ack 5001 len 4
        300 server send pong
        300 server > ACK seq 5001 ack 1005 len 4
        340 client > ACK seq 1005 ack 5005
      `,
        withServer({ ackDelay: 200 }),
      ),
    );
  });

  it('acknowledges late when no text comes, and at once when a second segment does', () => {
    holds(
      play(
        `${opening()}
        200 client send one
        200 client > ACK seq 1001 ack 5001 len 3
        440 server > ACK seq 5001 ack 1004
        500 client send two
        500 client > ACK seq 1004 ack 5001 len 3
        510 client send three
        510 client > ACK seq 1007 ack 5001 len 5
        550 server > ACK seq 5001 ack 1012
      `,
        withServer({ ackDelay: 200 }),
      ),
    );
  });

  it('is refused after a close, and before there is a connection', () => {
    const { state } = play(`${opening()}
      200 client close
      200 client send late
      200 server abort
      200 server send nothing
    `);
    expect(state.client.application.sent.length).toBe(0);
    expect(state.server.application.sent.length).toBe(0);
  });

  it('wraps around at 2^32', () => {
    const result = play(
      `
      0   server listen
      0   client open
      0   client > SYN seq 4294967294
      40  server > SYN ACK seq 5000 ack 4294967295
      80  client > ACK seq 4294967295 ack 5001
      200 client send abc
      200 client > ACK seq 4294967295 ack 5001 len 3
      240 server > ACK seq 5001 ack 2
      300 client close
      300 client > FIN ACK seq 2 ack 5001
      340 server > ACK seq 5001 ack 3
    `,
      { client: { iss: 4_294_967_294 }, server: { iss: 5_000 } },
    );
    holds(result);
    expect(received(result, 'server')).toBe('abc');
  });
});
