import { describe, expect, it } from 'vitest';
import { plainSetup, play } from './test-scenario';

const opened = `
  0   server listen
  0   client open
  0   client > SYN seq 1000
  40  server > SYN ACK seq 5000 ack 1001
  80  client > ACK seq 1001 ack 5001
  120 server is ESTABLISHED
`;

function holds(result: ReturnType<typeof play>): void {
  expect(result.sent).toEqual(result.expected);
  expect(result.faults).toEqual([]);
}

describe('closing a connection', () => {
  it('takes four segments, and the one that closed first waits two maximum segment lifetimes (RFC 9293 figure 12)', () => {
    holds(
      play(`${opened}
        200    client close
        200    client > FIN ACK seq 1001 ack 5001
        200    client is FIN-WAIT-1
        240    server > ACK seq 5001 ack 1002
        240    server is CLOSE-WAIT
        280    client is FIN-WAIT-2
        300    server close
        300    server > FIN ACK seq 5001 ack 1002
        300    server is LAST-ACK
        340    client > ACK seq 1002 ack 5002
        340    client is TIME-WAIT
        380    server is CLOSED
        240339 client is TIME-WAIT
        240340 client is CLOSED
      `),
    );
  });

  it('may begin on both sides at once (figure 13)', () => {
    holds(
      play(`${opened}
        200 client close
        200 client > FIN ACK seq 1001 ack 5001
        200 server close
        200 server > FIN ACK seq 5001 ack 1001
        240 server > ACK seq 5002 ack 1002
        240 client > ACK seq 1002 ack 5002
        240 client is CLOSING
        240 server is CLOSING
        280 client is TIME-WAIT
        280 server is TIME-WAIT
      `),
    );
  });

  it('leaves the other direction open', () => {
    const result = play(`${opened}
      200 client close
      200 client > FIN ACK seq 1001 ack 5001
      240 server > ACK seq 5001 ack 1002
      300 server send more
      300 server > ACK seq 5001 ack 1002 len 4
      340 client > ACK seq 1002 ack 5005
      340 client is FIN-WAIT-2
    `);
    holds(result);
    expect(new TextDecoder().decode(result.state.client.application.received)).toBe('more');
  });

  it('takes three segments when the second side closes while its acknowledgement waits', () => {
    holds(
      play(
        `${opened}
        200 client close
        200 client > FIN ACK seq 1001 ack 5001
        250 server is CLOSE-WAIT
        300 server close
        300 server > FIN ACK seq 5001 ack 1002
        340 client > ACK seq 1002 ack 5002
        340 client is TIME-WAIT
        380 server is CLOSED
      `,
        { ...plainSetup, server: { iss: 5_000, ackDelay: 200 } },
      ),
    );
  });

  it('survives the loss of the last ACK: TIME-WAIT answers the repeated FIN and begins anew', () => {
    holds(
      play(`${opened}
        200    client close
        200    client > FIN ACK seq 1001 ack 5001
        240    server > ACK seq 5001 ack 1002
        300    server close
        300    server > FIN ACK seq 5001 ack 1002
        340    client > ACK seq 1002 ack 5002
        340    network lose 6
        1300   server > FIN ACK seq 5001 ack 1002
        1340   client > ACK seq 1002 ack 5002
        1340   server is LAST-ACK
        1380   server is CLOSED
        241339 client is TIME-WAIT
        241340 client is CLOSED
      `),
    );
  });

  it('repeats a lost FIN', () => {
    holds(
      play(`${opened}
        200  client close
        200  client > FIN ACK seq 1001 ack 5001
        200  network lose 3
        1200 client > FIN ACK seq 1001 ack 5001
        1240 server > ACK seq 5001 ack 1002
        1280 client is FIN-WAIT-2
      `),
    );
  });

  it('sends the FIN behind text that waits for the window, and counts as FIN-WAIT-1 meanwhile', () => {
    holds(
      play(
        `${opened.replace('server > SYN ACK seq 5000 ack 1001', 'server > SYN ACK seq 5000 ack 1001 win 4')}
        200 client send abcdef
        200 client > ACK seq 1001 ack 5001 len 4
        200 client close
        200 client is FIN-WAIT-1
        240 server > ACK seq 5001 ack 1005 win 4
        280 client > FIN ACK seq 1005 ack 5001 len 2
        320 server > ACK seq 5001 ack 1008 win 4
        320 server is CLOSE-WAIT
        360 client is FIN-WAIT-2
      `,
        { ...plainSetup, server: { iss: 5_000, window: 4 } },
      ),
    );
  });

  it('needs no segment where there is no connection yet', () => {
    holds(
      play(`
        0  client open
        0  client > SYN seq 1000
        0  network lose 0
        10 client close
        10 client is CLOSED
        10 server listen
        10 server close
        10 server is CLOSED
      `),
    );
  });

  it('may come before the third segment of the opening', () => {
    holds(
      play(`
        0   server listen
        0   client open
        0   client > SYN seq 1000
        40  server > SYN ACK seq 5000 ack 1001
        50  server close
        50  server > FIN ACK seq 5001 ack 1001
        50  server is FIN-WAIT-1
        80  client > ACK seq 1001 ack 5001
        90  client > ACK seq 1001 ack 5002
        90  client is CLOSE-WAIT
        130 server is FIN-WAIT-2
      `),
    );
  });
});

describe('ending a connection by force', () => {
  it('tells the other side with a reset', () => {
    const result = play(`${opened}
      200 client abort
      200 client > RST seq 1001
      200 client is CLOSED
      240 server is CLOSED
    `);
    holds(result);
    expect(result.state.server.application.notices).toEqual(['connection-reset']);
  });

  it('is noticed late when the reset is lost: the next segment finds nobody (figure 10)', () => {
    holds(
      play(`${opened}
        200 client abort
        200 client > RST seq 1001
        200 network lose 3
        300 server send hello
        300 server > ACK seq 5001 ack 1001 len 5
        340 client > RST seq 1001
        380 server is CLOSED
      `),
    );
  });

  it('is believed only with exactly the expected number; another one in the window is asked back about', () => {
    const result = play(`${opened}
      200 client send ab
      200 client > ACK seq 1001 ack 5001 len 2
      200 client abort
      200 client > RST seq 1003
      200 network deliver 4
      240 server > ACK seq 5001 ack 1001
    `);
    expect(result.sent.slice(0, 6)).toEqual([...result.expected.slice(0, 5), '240 server > ACK seq 5001 ack 1001']);
    expect(result.state.server.state).toBe('ESTABLISHED');
  });
});
