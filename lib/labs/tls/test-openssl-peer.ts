import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { Duplex } from 'node:stream';
import {
  type ConnectionOptions,
  connect,
  createSecureContext,
  type SecureContextOptions,
  TLSSocket,
  type TlsOptions,
} from 'node:tls';
import { octetsOf } from '../crypto/big-number';
import type { PrivateKey } from '../crypto/fixture-keys';
import type { Endpoint } from './endpoint';
import { receiveRecord } from './receive';
import { splitRecords } from './record';

/** A key of ours as OpenSSL takes it. */
export function keyObject(key: PrivateKey): KeyObject {
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
  if (key.kind === 'p256') {
    const [x, y] = [key.point.subarray(1, 33), key.point.subarray(33)];
    return createPrivateKey({
      format: 'jwk',
      key: { kty: 'EC', crv: 'P-256', x: base64(x), y: base64(y), d: base64(key.d) },
    });
  }
  const { n, e, d, p, q, dP, dQ, qInv } = key;
  const jwk = Object.fromEntries(
    Object.entries({ n, e, d, p, q, dp: dP, dq: dQ, qi: qInv }).map(([name, value]) => [name, base64(octets(value))]),
  );
  return createPrivateKey({ format: 'jwk', key: { kty: 'RSA', ...jwk } });
}

function octets(value: bigint): Uint8Array {
  return octetsOf(value, Math.ceil(value.toString(16).length / 2));
}

export function pemOf(certificate: Uint8Array): string {
  return new X509Certificate(certificate).toString();
}

/** One end of a pipe in memory: what OpenSSL writes comes out of `onBytes`, what is pushed it reads. */
class Pipe extends Duplex {
  constructor(private readonly onBytes: (bytes: Uint8Array) => void) {
    super();
  }
  override _read() {}
  override _write(chunk: Buffer, _encoding: string, done: () => void) {
    this.onBytes(Uint8Array.from(chunk));
    done();
  }
}

export type Meeting = {
  /** OpenSSL's side. */
  socket: TLSSocket;
  /** Brings what our side has to send to OpenSSL. */
  push(): void;
  /** Until nothing moves any more. */
  settle(): Promise<void>;
  errors: Error[];
  /** What OpenSSL's application read. */
  read: Buffer[];
  /** All records OpenSSL sent. */
  records: Uint8Array[];
  sessions: Buffer[];
  keyLog: string;
};

type Tamper = (record: Uint8Array, number: number) => readonly Uint8Array[];

/** OpenSSL (by Node) on one end, our engine on the other, nothing but memory between them. */
export function meet(
  ours: Endpoint,
  openSocket: (pipe: Duplex) => TLSSocket,
  { toOpenSsl = (record) => [record], toUs = (record) => [record] }: { toOpenSsl?: Tamper; toUs?: Tamper } = {},
): Meeting {
  let stream: Uint8Array = new Uint8Array(0);
  const seen: Uint8Array[] = [];
  let moved = 0;
  let sent = 0;
  const waiting: Uint8Array[] = [];
  const push = () => {
    const { out } = ours;
    ours.out = [];
    for (const { bytes } of out) {
      waiting.push(...toOpenSsl(bytes, sent));
      sent += 1;
    }
    if (!delivering && waiting.length > 0) deliver();
  };
  let delivering = false;
  // One record at a time, and never while a write of OpenSSL's own is under way: it would be torn down before its alert is out.
  const deliver = () => {
    const next = waiting.shift();
    delivering = next !== undefined;
    if (!next) return;
    moved += 1;
    afterWriting(() => {
      moved += 1;
      pipe.push(Buffer.from(next));
      afterWriting(deliver);
    });
  };
  const pipe = new Pipe((bytes) => {
    moved += 1;
    const { records, rest } = splitRecords(Buffer.concat([stream, bytes]));
    stream = rest;
    for (const record of records) {
      for (const arriving of toUs(Uint8Array.from(record), seen.length)) receiveRecord(ours, arriving);
      seen.push(Uint8Array.from(record));
    }
    push();
  });
  const socket = openSocket(pipe);
  const meeting: Meeting = {
    socket,
    push,
    errors: [],
    read: [],
    records: seen,
    sessions: [],
    keyLog: '',
    async settle() {
      for (let quiet = 0, before = moved; quiet < 16; quiet = moved === before ? quiet + 1 : 0) {
        before = moved;
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
  socket.on('error', (error) => meeting.errors.push(error));
  socket.on('data', (data: Buffer) => {
    moved += 1;
    meeting.read.push(data);
  });
  socket.on('session', (session: Buffer) => meeting.sessions.push(session));
  socket.on('keylog', (line: Buffer) => {
    meeting.keyLog += line.toString();
  });
  push();
  return meeting;
}

/** A few turns of the loop later. */
function afterWriting(deed: () => void, turns = 4): void {
  setImmediate(() => (turns === 0 ? deed() : afterWriting(deed, turns - 1)));
}

/** OpenSSL as the server. */
export function opensslServer(options: TlsOptions & SecureContextOptions): (pipe: Duplex) => TLSSocket {
  const secureContext = createSecureContext(options);
  return (pipe) => new TLSSocket(pipe, { ...options, isServer: true, secureContext });
}

/** OpenSSL as the client. */
export function opensslClient(options: ConnectionOptions): (pipe: Duplex) => TLSSocket {
  return (pipe) => connect({ ...options, socket: pipe });
}
