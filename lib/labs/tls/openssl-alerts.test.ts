import { describe, expect, it } from 'vitest';
import { concatenated } from '../bytes';
import type { AlertName } from './alert';
import type { TlsVersion } from './code-points';
import { startClient } from './start-client';
import { ourClient, ourServer, theirClient, theirServer } from './test-fixtures';
import { meet } from './test-openssl-peer';
import { uint } from './write';

type Deed = (record: Uint8Array, number: number) => readonly Uint8Array[];

const kind = 'p256';

/** What our client answers when OpenSSL's server is disturbed, and what OpenSSL's client answers when ours is. */
async function clientsAnswer(version: TlsVersion, deed: () => Deed): Promise<[string, string]> {
  const client = ourClient(kind, { versions: [version] });
  startClient(client);
  const one = meet(client, theirServer(kind, version), { toUs: deed() });
  await one.settle();
  const ours = client.alertSent?.alert ?? (client.alertReceived ? `got ${client.alertReceived}` : 'none');
  const server = ourServer(kind, { versions: [version] });
  const other = meet(server, theirClient(kind, version), { toOpenSsl: deed() });
  await other.settle();
  const theirs = server.alertReceived ?? (server.alertSent ? `got ${server.alertSent.alert}` : 'none');
  return [ours, theirs];
}

/** The same for servers. */
async function serversAnswer(version: TlsVersion, deed: () => Deed): Promise<[string, string]> {
  const server = ourServer(kind, { versions: [version] });
  const one = meet(server, theirClient(kind, version), { toUs: deed() });
  await one.settle();
  const ours = server.alertSent?.alert ?? (server.alertReceived ? `got ${server.alertReceived}` : 'none');
  const client = ourClient(kind, { versions: [version] });
  startClient(client);
  const other = meet(client, theirServer(kind, version), { toOpenSsl: deed() });
  await other.settle();
  const theirs = client.alertReceived ?? (client.alertSent ? `got ${client.alertSent.alert}` : 'none');
  return [ours, theirs];
}

const only = (place: number, deed: (record: Uint8Array) => readonly Uint8Array[]) => (): Deed => (record, number) =>
  number === place ? deed(record) : [record];
const flip = (place: number, byte: number, bits = 1) =>
  only(place, (record) => {
    const changed = record.slice();
    const at = byte < 0 ? changed.length + byte : byte;
    changed[at] = (changed[at] ?? 0) ^ bits;
    return [changed];
  });
const drop = (place: number) => only(place, () => []);
const replay = (place: number) => only(place, (record) => [record, record]);
const swap = (place: number) => (): Deed => {
  let held: Uint8Array | null = null;
  return (record, number) => {
    if (number === place) {
      held = record;
      return [];
    }
    const before = held;
    held = null;
    return before ? [record, before] : [record];
  };
};
const instead = (place: number, bytes: Uint8Array) => only(place, () => [bytes]);
const before = (place: number, bytes: Uint8Array) => only(place, (record) => [bytes, record]);
const recordOf = (type: number, fragment: Uint8Array, version = 0x0303) =>
  concatenated(uint(type, 1), uint(version, 2), uint(fragment.length, 2), fragment);

type Case = [string, TlsVersion, () => Deed];
const both = (name: string, deed: () => Deed): Case[] => [
  [name, '1.2', deed],
  [name, '1.3', deed],
];
const times = (count: number, make: (place: number) => Case[]) =>
  Array.from({ length: count }, (_, place) => make(place)).flat();

const toClient: Case[] = [
  // Of record 0 not the end, where the two servers have different extensions; of 1.2's record 1 not the certificate's
  // signature, which Node looks at only after the handshake.
  ...both("a bit of the server's random flipped", flip(0, 30)),
  ...times(5, (place) => both(`the last byte of record ${place + 2} flipped`, flip(place + 2, -1))),
  ...times(7, (place) => both(`the first byte of what record ${place} holds flipped`, flip(place, 5, 0x80))),
  ...times(6, (place) => both(`record ${place} dropped`, drop(place))),
  ...times(6, (place) => both(`record ${place} replayed`, replay(place))),
  ...times(5, (place) => both(`records ${place} and ${place + 1} swapped`, swap(place))),
  ...times(7, (place) => both(`the version of record ${place} changed`, flip(place, 1, 0x10))),
  ...times(7, (place) => both(`the type of record ${place} changed`, flip(place, 0, 0x40))),
  ...both('a record of 2^14 + 2049 bytes', instead(0, recordOf(22, new Uint8Array(2 ** 14 + 2_049)))),
  ...both('an empty handshake record', before(0, recordOf(22, new Uint8Array(0)))),
  ...both('an alert of one byte', before(0, recordOf(21, new Uint8Array(1)))),
  ...both('application data before anything', before(0, recordOf(23, new Uint8Array(8)))),
  ...both('ChangeCipherSpec before anything', before(0, recordOf(20, Uint8Array.of(1)))),
  ...both('a message of no known type', before(0, recordOf(22, Uint8Array.of(99, 0, 0, 0)))),
  ...both(
    'Finished before anything',
    before(0, recordOf(22, concatenated(Uint8Array.of(20, 0, 0, 12), new Uint8Array(12)))),
  ),
  ...both('a message that says it is 16 MB long', before(0, recordOf(22, Uint8Array.of(2, 255, 255, 255, 0)))),
  ...both('a ServerHello cut short', instead(0, recordOf(22, Uint8Array.of(2, 0, 0, 3, 3, 3, 0)))),
  ...both(
    'ServerHello with a suite nobody offered',
    only(0, (record) => [withBytes(record, suiteAt(record), [0x13, 0x77])]),
  ),
  ...both(
    'ServerHello with a compression',
    only(0, (record) => [withBytes(record, suiteAt(record) + 2, [1])]),
  ),
  ...both('ServerHello of TLS 1.1', flip(0, 10, 1)),
];

const suiteAt = (record: Uint8Array) => 5 + 4 + 2 + 32 + 1 + (record[43] ?? 0);
function withBytes(record: Uint8Array, at: number, bytes: readonly number[]): Uint8Array {
  const changed = record.slice();
  changed.set(bytes, at);
  return changed;
}

const toServer: Case[] = [
  ...times(4, (place) => both(`the last byte of record ${place} flipped`, flip(place, -1))),
  ...times(4, (place) => both(`the first byte of what record ${place} holds flipped`, flip(place, 5, 0x80))),
  ...times(4, (place) => both(`record ${place} dropped`, drop(place))),
  ...times(4, (place) => both(`record ${place} replayed`, replay(place))),
  ...times(3, (place) => both(`records ${place} and ${place + 1} swapped`, swap(place))),
  ...times(4, (place) => both(`the version of record ${place} changed`, flip(place, 1, 0x10))),
  ...times(4, (place) => both(`the type of record ${place} changed`, flip(place, 0, 0x40))),
  ...both('ClientHello of TLS 1.1', flip(0, 10, 1)),
  ...both('an alert of one byte', before(0, recordOf(21, new Uint8Array(1)))),
  ...both('application data before anything', before(0, recordOf(23, new Uint8Array(8)))),
  ...both('a message that says it is 16 MB long', instead(0, recordOf(22, Uint8Array.of(1, 255, 255, 255, 0)))),
  ...both('a ClientHello cut short', instead(0, recordOf(22, Uint8Array.of(1, 0, 0, 3, 3, 3, 0)))),
];

/** Where ours is another, and why. */
const sham = 'RFC 8446 §5: any other change_cipher_spec is an unexpected_message';
const notTls = 'OpenSSL says nothing to a peer whose first record is no TLS at all';
const short = 'OpenSSL takes a record too short for its tag for a fault of its own; RFC 5246 §7.2.2: bad_record_mac';
const empty = 'RFC 8446 §5.1: handshake fragments are never empty; OpenSSL lets 32 of them pass';
const differences: Readonly<Record<string, { ours: AlertName; theirs: string; why: string }>> = {
  'client the first byte of what record 1 holds flipped 1.3': {
    ours: 'unexpected_message',
    theirs: 'illegal_parameter',
    why: sham,
  },
  'server the last byte of record 1 flipped 1.3': {
    ours: 'unexpected_message',
    theirs: 'illegal_parameter',
    why: sham,
  },
  'server the first byte of what record 1 holds flipped 1.3': {
    ours: 'unexpected_message',
    theirs: 'illegal_parameter',
    why: sham,
  },
  'client record 5 replayed 1.2': { ours: 'bad_record_mac', theirs: 'internal_error', why: short },
  'server record 2 replayed 1.2': { ours: 'bad_record_mac', theirs: 'internal_error', why: short },
  'client an empty handshake record 1.2': { ours: 'unexpected_message', theirs: 'none', why: empty },
  'client an empty handshake record 1.3': { ours: 'unexpected_message', theirs: 'none', why: empty },
  'client the version of record 0 changed 1.2': { ours: 'protocol_version', theirs: 'none', why: notTls },
  'client the version of record 0 changed 1.3': { ours: 'protocol_version', theirs: 'none', why: notTls },
  'server the version of record 0 changed 1.2': { ours: 'protocol_version', theirs: 'none', why: notTls },
  'server the version of record 0 changed 1.3': { ours: 'protocol_version', theirs: 'none', why: notTls },
};

describe('the alert is the one OpenSSL gives', () => {
  it.each(toClient)('to a client: %s, TLS %s', async (name, version, deed) => {
    const [ours, theirs] = await clientsAnswer(version, deed);
    expect([ours, theirs]).toEqual(expectedOf(`client ${name} ${version}`, theirs));
  });

  it.each(toServer)('to a server: %s, TLS %s', async (name, version, deed) => {
    const [ours, theirs] = await serversAnswer(version, deed);
    expect([ours, theirs]).toEqual(expectedOf(`server ${name} ${version}`, theirs));
  });
});

function expectedOf(name: string, theirs: string): [string, string] {
  const known = differences[name];
  return known ? [known.ours, known.theirs] : [theirs, theirs];
}
