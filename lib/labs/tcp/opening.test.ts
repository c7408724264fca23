import { describe, expect, it } from 'vitest';
import { play } from './test-scenario';

function holds(result: ReturnType<typeof play>): void {
  expect(result.sent).toEqual(result.expected);
  expect(result.faults).toEqual([]);
}

describe('opening a connection', () => {
  it('takes three segments (RFC 9293 figure 6)', () => {
    holds(
      play(`
        0   server listen
        0   client open
        0   client > SYN seq 1000
        0   client is SYN-SENT
        40  server > SYN ACK seq 5000 ack 1001
        40  server is SYN-RECEIVED
        80  client > ACK seq 1001 ack 5001
        80  client is ESTABLISHED
        120 server is ESTABLISHED
      `),
    );
  });

  it('takes four when both open at once (figure 7)', () => {
    holds(
      play(`
        0   client open
        0   client > SYN seq 1000
        0   server open
        0   server > SYN seq 5000
        40  server > SYN ACK seq 5000 ack 1001
        40  server is SYN-RECEIVED
        40  client > SYN ACK seq 1000 ack 5001
        40  client is SYN-RECEIVED
        80  client is ESTABLISHED
        80  server is ESTABLISHED
      `),
    );
  });

  it('is not fooled by an old SYN (figure 8): the client resets what it did not ask for', () => {
    holds(
      play(
        `
        0    client open
        0    client > SYN seq 1000
        0    network hold 0 300
        0    client abort
        10   server listen
        10   client open
        10   client > SYN seq 3501
        10   network hold 1 1000
        340  server > SYN ACK seq 5000 ack 1001
        340  server is SYN-RECEIVED
        380  client > RST seq 1001
        380  client is SYN-SENT
        420  server is LISTEN
      `,
      ),
    );
  });

  it('repeats a lost SYN under its own number after one second, then after two more', () => {
    holds(
      play(`
        0    server listen
        0    client open
        0    client > SYN seq 1000
        0    network lose 0
        1000 client > SYN seq 1000
        1000 network lose 1
        3000 client > SYN seq 1000
        3040 server > SYN ACK seq 5000 ack 1001
        3080 client > ACK seq 1001 ack 5001
        3120 server is ESTABLISHED
      `),
    );
  });

  it('survives the loss of the SYN,ACK: the repeated SYN brings it again', () => {
    holds(
      play(`
        0    server listen
        0    client open
        0    client > SYN seq 1000
        40   server > SYN ACK seq 5000 ack 1001
        40   network lose 1
        1000 client > SYN seq 1000
        1040 server > SYN ACK seq 5000 ack 1001
        1080 client > ACK seq 1001 ack 5001
        1080 client is ESTABLISHED
        1120 server is ESTABLISHED
      `),
    );
  });

  it('is complete for the server with the first data, when the third segment is lost', () => {
    holds(
      play(`
        0   server listen
        0   client open
        0   client > SYN seq 1000
        40  server > SYN ACK seq 5000 ack 1001
        80  client > ACK seq 1001 ack 5001
        80  network lose 2
        80  server is SYN-RECEIVED
        90  client send hello
        90  client > ACK seq 1001 ack 5001 len 5
        130 server > ACK seq 5001 ack 1006
        130 server is ESTABLISHED
      `),
    );
  });

  it('is refused by a reset when nobody listens', () => {
    const result = play(`
      0   client open
      0   client > SYN seq 1000
      40  server > RST ACK seq 0 ack 1001
      80  client is CLOSED
    `);
    holds(result);
    expect(result.state.client.application.notices).toEqual(['connection-refused']);
  });

  it('is given up after the last retransmission', () => {
    const result = play(
      `
      0    client open
      0    client > SYN seq 1000
      0    network lose 0
      1000 client > SYN seq 1000
      1000 network lose 1
      2999 client is SYN-SENT
      3000 client is CLOSED
    `,
      { client: { iss: 1_000 }, times: { retransmissions: 1 } },
    );
    holds(result);
    expect(result.state.client.application.notices).toEqual(['gave-up']);
  });

  it('counts later connections from a clock, not from the same number again', () => {
    const { state } = play(`
      0   client open
      80  client is CLOSED
      500 client open
    `);
    expect(state.segments.filter((segment) => segment.from === 'client').map(({ seq }) => seq)).toEqual([
      1_000,
      1_000 + 500 * 250 + 1,
    ]);
  });

  it('sends what was handed over before the connection was open, along with the third segment', () => {
    holds(
      play(`
        0   server listen
        0   client open
        0   client > SYN seq 1000
        10  client send hello
        40  server > SYN ACK seq 5000 ack 1001
        80  client > ACK seq 1001 ack 5001 len 5
        120 server > ACK seq 5001 ack 1006
      `),
    );
  });
});
