import { describe, expect, it } from 'vitest';
import { capture } from '../tcp/capture';
import type { Side } from '../tcp/setup';
import { play } from '../tcp/test-scenario';
import { conversationsOf } from './conversation';
import { type Observed, observe } from './observations';
import { readCapture } from './read-capture';
import { classic, eventful } from './test-capture';

function observed(script: string, setup: Parameters<typeof play>[1], host: Side = 'client'): Observed[] {
  const { state } = play(`0 server listen\n0 client open\n${script}`, setup);
  const file = readCapture(classic(capture(state, host), 101));
  if ('code' in file) throw new Error(file.code);
  const [one] = conversationsOf(file).conversations;
  return one ? observe(one) : [];
}

const spoken = ({ from, seq, saw }: Observed) =>
  `${from} ${seq}: ${saw.map((one) => ('count' in one ? `${one.code} ${one.count}` : one.code)).join(', ')}`;
const told = (all: readonly Observed[]) => all.filter(({ saw }) => saw.length > 0).map(spoken);

describe('what one may conclude from a capture', () => {
  it('is who asked, who answered, and who closed, with numbers that begin at zero', () => {
    const all = observed('200 client send hello\n 300 client close\n 400 server close\n 999 client is TIME-WAIT', {
      client: { iss: 4_294_967_294 },
    });
    expect(told(all)).toEqual([
      'client 0: asks',
      'server 0: answers',
      'client 1: confirms',
      'client 6: closes',
      'server 1: closes',
    ]);
    expect(all.map(({ ack }) => ack)).toEqual([0, 1, 1, 1, 6, 1, 7, 7, 2]);
  });

  it('is that a segment was sent again, where it was sent; that a gap was filled, where it had been lost before', () => {
    const script = '200 client send one\n 200 network lose 3\n 210 client send two\n 3000 client is ESTABLISHED';
    expect(told(observed(script, {})).slice(3)).toEqual(['server 1: duplicate-ack 1', 'client 1: sent-again']);
    expect(told(observed(script, {}, 'server')).slice(3)).toEqual([
      'client 4: gap-before',
      'server 1: duplicate-ack 1',
      'client 1: fills-gap',
    ]);
  });

  it('is how many duplicates there were', () => {
    const all = observed('200 client send x*800\n 200 network lose 3\n 3000 client is ESTABLISHED', {
      client: { congestion: 'new-reno', initialWindow: 8 },
      server: { mss: 100 },
    });
    expect(told(all).filter((line) => line.includes('duplicate'))).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((count) => `server 1: duplicate-ack ${count}`),
    );
  });

  it('is that a window closed and opened, in bytes where both sides scale it', () => {
    const all = observed('200 client send x*4000\n 900 server receive\n 2000 client is ESTABLISHED', {
      client: { windowScale: 2 },
      server: { window: 4_000, windowScale: 2, reading: 'on-call' },
    });
    expect(told(all).slice(3)).toEqual(['server 1: window-closed', 'server 1: window-opened']);
    expect(all.at(-1)?.wnd).toBe(4_000);
  });

  it('is that a connection was reset', () => {
    expect(told(observed('200 server abort\n 900 client is CLOSED', {})).at(-1)).toBe('server 1: resets');
  });

  it('takes the same ports used again for another conversation', () => {
    const file = readCapture(classic(eventful(), 101));
    if ('code' in file) throw new Error(file.code);
    expect(
      conversationsOf(file).conversations.map(({ protocol, packets }) => `${protocol} ${packets.length > 2}`),
    ).toEqual(['tcp true', 'tcp false', 'udp false']);
  });
});
