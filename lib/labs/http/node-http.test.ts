import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { octetText, textOctets } from './octets';
import { type ParsedRequest, type ParsedResponse, parseRequest, parseResponse } from './parse-message';
import { type TestMessage, testRequests, testResponses } from './test-messages';
import { type Reading, readByNodeClient, readByNodeServer } from './test-node-http';

/** What node:http made of each message, ours, and why the two differ: everything that anybody wants to look up later. */
type Recorded = {
  node: string;
  explanations: Record<string, { rfc: string; because: string }>;
  messages: {
    name: string;
    kind: 'request' | 'response';
    text: string;
    ours: string;
    theirs: string;
    explained?: string;
  }[];
};
const file = new URL('recorded/node-http.json', import.meta.url);
const recorded: Recorded = JSON.parse(readFileSync(file, 'utf8'));

const lines = (fields: readonly { name: string; value: string }[]) =>
  fields.map(({ name, value }) => `${name}: ${value}`);

function readByUs(parsed: ParsedRequest | ParsedResponse): Reading {
  const { message, refusal, kind } = parsed;
  if (refusal || !message || kind !== 'complete') return { kind: 'refused', code: refusal?.code ?? kind };
  const start =
    'method' in message
      ? `${message.method} ${message.target} ${message.version}`
      : `${message.version} ${message.status} ${message.reason}`;
  return {
    kind: 'read',
    start,
    fields: lines(message.fields),
    body: octetText(message.body),
    trailers: lines(message.trailers),
  };
}

const ourRequest = ({ text }: TestMessage) => readByUs(parseRequest(textOctets(text), { closed: true }));
const ourResponse = ({ text, asked }: TestMessage) =>
  readByUs(parseResponse(textOctets(text), asked, { closed: true }));

const short = (reading: Reading) =>
  reading.kind === 'refused' ? `refused: ${reading.code}` : `read: ${JSON.stringify(reading).slice(0, 300)}`;
const agree = (a: Reading, b: Reading) =>
  a.kind === 'refused' ? b.kind === 'refused' : JSON.stringify(a) === JSON.stringify(b);

async function judged() {
  const theirs = [...(await readByNodeServer(testRequests)), ...(await readByNodeClient(testResponses))];
  const ours = [...testRequests.map(ourRequest), ...testResponses.map(ourResponse)];
  const all = [
    ...testRequests.map((one) => ({ ...one, kind: 'request' as const })),
    ...testResponses.map((one) => ({ ...one, kind: 'response' as const })),
  ];
  return all.map(({ name, kind, text }, number) => {
    const [own, other] = [ours[number], theirs[number]];
    if (!own || !other) throw new Error(name);
    return { name, kind, text, ours: own, theirs: other, agrees: agree(own, other) };
  });
}

describe('our reader and node:http', () => {
  it('were compared on three hundred messages and more, legal and illegal', () => {
    expect(recorded.messages.length).toBeGreaterThanOrEqual(300);
    for (const outcome of ['read', 'refused'])
      expect(recorded.messages.filter(({ ours }) => ours.startsWith(outcome)).length).toBeGreaterThan(100);
  });

  it('read each as it is recorded, and every difference has its reason with the RFC’s section', async () => {
    const now = await judged();
    if (process.env.HANDRAIL_RECORD) {
      const messages = now.map(({ name, kind, text, ours, theirs, agrees }) => {
        const old = recorded.messages.find((one) => one.name === name && one.kind === kind);
        const reason = agrees ? {} : { explained: old?.explained ?? '' };
        return { name, kind, text, ours: short(ours), theirs: short(theirs), ...reason };
      });
      writeFileSync(file, `${JSON.stringify({ ...recorded, node: process.versions.node, messages }, null, 1)}\n`);
      return;
    }
    const sameMajor = recorded.node.split('.')[0] === process.versions.node.split('.')[0];
    for (const { name, kind, ours, theirs, agrees } of now) {
      const old = recorded.messages.find((one) => one.name === name && one.kind === kind);
      expect([name, short(ours)]).toEqual([name, old?.ours]);
      // Another node may have learned something: only the one that was recorded has to say the same again.
      if (!sameMajor) continue;
      expect([name, short(theirs)]).toEqual([name, old?.theirs]);
      expect([name, agrees]).toEqual([name, old?.explained === undefined]);
    }
    for (const { name, explained } of recorded.messages)
      if (explained !== undefined)
        expect([name, recorded.explanations[explained]?.rfc ?? '']).toEqual([name, expect.stringMatching(/^\d+ §/)]);
  });

  it('would be told apart: a message that one of them has otherwise is seen', async () => {
    const whole = { name: 'whole', text: 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello' };
    const [theirs] = await readByNodeServer([whole]);
    if (!theirs) throw new Error('nothing came back');
    expect(agree(ourRequest(whole), theirs)).toBe(true);
    for (const changed of [
      whole.text.replace('hello', 'jello'),
      whole.text.replace('Host: a', 'Host: b'),
      whole.text.replace(': 5', ': x'),
    ])
      expect(agree(ourRequest({ name: 'changed', text: changed }), theirs)).toBe(false);
  });
});
