import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { play } from './test-scenario';

const setup = { client: { iss: 0 }, server: { iss: 0 } };
const opened = `
  0 server listen
  0 client open
`;

/** The same calls as were made of the Linux sockets. */
const scripts: Record<string, string> = {
  'open-send-close': `${opened}
    200  client send hello
    400  server send welcome
    600  client close
    800  server close
    1000 client is TIME-WAIT`,
  'half-close': `${opened}
    200  client close
    400  server send still here
    600  server close
    1000 client is TIME-WAIT`,
  refused: `
    0    client open
    1000 client is CLOSED`,
  aborted: `${opened}
    200  client send hello
    400  client abort
    1000 server is CLOSED`,
};

/** Where Linux differs from the RFC's letter: it also sets ACK on the reset of an abort (§3.10.5 has <SEQ=SND.NXT><CTL=RST>). */
const knownDifferences: Record<string, string> = { 'client > RST ACK seq 6 ack 1': 'client > RST seq 6' };

function recordedOf(name: string): string[] {
  const text = readFileSync(join(import.meta.dirname, 'captures', 'linux.txt'), 'utf8');
  const block = text.split('\n\n').find((part) => part.split('\n')[0] === name) ?? '';
  return block.trim().split('\n').slice(1);
}

describe('the engine and the Linux kernel', () => {
  it.each(Object.keys(scripts))('send the same segments, number for number: %s', (name) => {
    const { sent, faults } = play(scripts[name] ?? '', setup);
    expect(faults).toEqual([]);
    const linux = recordedOf(name).map((line) => knownDifferences[line] ?? line);
    expect(sent.map((line) => line.replace(/^\d+ /, ''))).toEqual(linux);
    expect(linux.length).toBeGreaterThan(1);
  });
});
