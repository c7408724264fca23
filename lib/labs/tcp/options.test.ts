import { describe, expect, it } from 'vitest';
import { holds, play } from './test-scenario';

const opened = `
  0 server listen
  0 client open
`;
const all = { windowScale: 7, sackPermitted: true, timestamps: true };
/** Both clocks begin where the seed says. */
const ofClient = 3_846_303_537;
const ofServer = 790_341_663;
const ts = (client: number, server: number) => `ts ${ofClient + client}:${ofServer + server}`;
const tsBack = (server: number, client: number) => `ts ${ofServer + server}:${ofClient + client}`;

describe('options', () => {
  it('are used when both have offered them, and say what they say: scaled windows, clocks and their echoes', () => {
    const result = play(
      `${opened}
      0    client > SYN seq 1000 ws 7 sackOK ts ${ofClient}:0
      40   server > SYN ACK seq 5000 ack 1001 ws 7 sackOK ${tsBack(40, 0)}
      80   client > ACK seq 1001 ack 5001 ${ts(80, 40)} win 511
      200  client send hello
      200  client > ACK seq 1001 ack 5001 len 5 ${ts(200, 40)} win 511
      240  server > ACK seq 5001 ack 1006 ${tsBack(240, 200)} win 7812
      1000 client is ESTABLISHED`,
      { client: { iss: 1_000, ...all }, server: { iss: 5_000, ...all, window: 1_000_000 } },
    );
    holds(result);
    expect(result.state.client.SND.WND).toBe(7_812 * 128);
    expect(result.state.server.SND.WND).toBe(511 * 128);
    expect(result.state.client.SRTT).toBe(80);
  });

  it.each(['windowScale', 'sackPermitted', 'timestamps'] as const)(
    'are not used when only one side offers: %s',
    (name) => {
      const offered = name === 'windowScale' ? { windowScale: 7 } : { [name]: true };
      for (const setup of [
        { client: offered, server: {} },
        { client: {}, server: offered },
      ]) {
        const { state } = play(
          `${opened}
        200  client send hello
        200  network lose 3
        200  client send again
        9000 client is ESTABLISHED`,
          setup,
        );
        const [, ...others] = state.segments;
        for (const { windowScale, sackPermitted, timestamps, sack } of others)
          expect([windowScale, sackPermitted, timestamps, sack]).toEqual([undefined, undefined, undefined, undefined]);
        expect(state.server.application.received.length).toBe(10);
      }
    },
  );

  it('are agreed in a simultaneous open too', () => {
    const { state } = play(
      `
      0   client open
      0   server open
      500 client is ESTABLISHED
      500 server is ESTABLISHED`,
      { client: all, server: { ...all, windowScale: 3 } },
    );
    expect(state.client.negotiated).toEqual({ scale: { snd: 3, rcv: 7 }, sack: true, timestamps: true });
    expect(state.server.negotiated).toEqual({ scale: { snd: 7, rcv: 3 }, sack: true, timestamps: true });
  });

  it('take their bytes from the text: a segment with timestamps carries twelve bytes less', () => {
    const { state } = play(
      `${opened}
      200 client send x*200
      900 client is ESTABLISHED`,
      { client: { timestamps: true }, server: { timestamps: true, mss: 100 } },
    );
    expect(state.segments.filter(({ text }) => text.length > 0).map(({ text }) => text.length)).toEqual([88, 88, 24]);
  });

  it('name what arrived ahead of its turn, the newest first', () => {
    const { state } = play(
      `${opened}
      200 client send x*600
      200 network lose 3
      200 network lose 5
      200 network lose 7
      900 client is ESTABLISHED`,
      { client: { iss: 1_000, sackPermitted: true }, server: { iss: 5_000, sackPermitted: true, mss: 100 } },
    );
    expect(state.segments.findLast(({ sack }) => sack)?.sack).toEqual([
      { from: 1_501, to: 1_601 },
      { from: 1_301, to: 1_401 },
      { from: 1_101, to: 1_201 },
    ]);
  });
});

describe('timestamps protect against wrapped sequence numbers', () => {
  const setup = { client: { iss: 1_000, timestamps: true }, server: { iss: 5_000, timestamps: true } };

  it('by refusing a segment that was sent before the last one that was believed, however well its number fits', () => {
    const { state } = play(
      `${opened}
      200 client send old
      200 network duplicate 3
      200 network hold 4 5000
      900 client send new
      2000 client is ESTABLISHED`,
      setup,
    );
    // Numbers come round to where the old copy fits again.
    const { server } = state;
    server.RCV.NXT = 1_001;
    server.clock = { ...server.clock, lastAckSent: 1_001 };
    const after = play('9000 client is ESTABLISHED', setup, 1, state).state;
    expect(new TextDecoder().decode(after.server.application.received)).toBe('oldnew');
    expect(after.segments.at(-1)).toMatchObject({ from: 'server', flags: ['ACK'], ack: 1_001 });
  });

  it('and by answering old bare acknowledgements twice a second at most, but old text each time', () => {
    const answers = (script: string) =>
      play(`${opened}\n200 client send old\n400 client send new\n${script}`, setup)
        .state.segments.filter(({ from, sentAt }) => from === 'server' && sentAt > 500)
        .map(({ sentAt }) => sentAt);
    const again = (segment: number) => `
      1000 network replay ${segment}
      1300 network replay ${segment}
      1600 network replay ${segment}
      9000 client is ESTABLISHED`;
    expect(answers(again(2))).toEqual([1_040, 1_640]);
    expect(answers(again(3))).toEqual([1_040, 1_340, 1_640]);
  });

  it('and drop in silence what carries none, except a reset', () => {
    const { state } = play(
      `${opened}
      200 server forge ACK seq 1001 ack 5001 bad
      900 server is ESTABLISHED`,
      setup,
    );
    expect(state.segments.length).toBe(4);
    expect(state.server.application.received.length).toBe(0);
    const reset = play(
      `${opened}
      200 server forge RST seq 1001
      900 server is CLOSED`,
      setup,
    );
    expect(reset.faults).toEqual([]);
  });

  it('measure the round trip of a segment that was sent again', () => {
    const { state } = play(
      `${opened}
      200  client send hello
      200  network lose 3
      5000 client is ESTABLISHED`,
      setup,
    );
    expect(state.client.SRTT).toBe(80);
    expect(state.client.RTO).toBe(1_000);
  });
});
