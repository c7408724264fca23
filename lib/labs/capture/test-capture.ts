import { concatenated } from '../bytes';
import { capture } from '../tcp/capture';
import { play } from '../tcp/test-scenario';

/** A packet to be written: milliseconds, and its bytes from the link layer on. */
export type Written = { at: number; bytes: Uint8Array };

const options = { windowScale: 3, sackPermitted: true, timestamps: true };

/** A conversation with a bit of everything: options, loss, repetition, a closed window, a half-close, a reset. */
export function eventful(): Written[] {
  const { state } = play(
    `
    0    server listen
    0    client open
    200  client send x*2000
    200  network lose 4
    900  client send y*3000
    4000 server receive
    4100 server send well
    5000 client close
    6000 server abort
    7000 client open
    7500 client is CLOSED`,
    {
      client: { ...options, iss: 4_294_967_000, congestion: 'new-reno' },
      server: { ...options, iss: 77, window: 4_000, mss: 700, reading: 'on-call' },
    },
  );
  return [...capture(state, 'client'), ...datagrams()];
}

function datagrams(): Written[] {
  const { state } = play('0 client send hello\n 50 server send there\n 99 client is CLOSED', { protocol: 'udp' });
  return capture(state, 'client').map(({ at, bytes }) => ({ at: at + 8_000, bytes }));
}

const ethernet = concatenated(new Uint8Array([2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2]));
const hex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** Each way a packet may begin, by name: link type, and what stands before the IP header. */
export const links: Record<string, { type: number; wrap: (ip: Uint8Array) => Uint8Array }> = {
  raw: { type: 101, wrap: (ip) => ip },
  ipv4: { type: 228, wrap: (ip) => ip },
  ethernet: { type: 1, wrap: (ip) => concatenated(ethernet, etherType(ip), ip) },
  vlan: { type: 1, wrap: (ip) => concatenated(ethernet, hex('88a800058100000a'), etherType(ip), ip) },
  linux: {
    type: 113,
    wrap: (ip) => concatenated(hex('00000001000602000000000100').subarray(0, 14), new Uint8Array(1), etherType(ip), ip),
  },
  linux2: {
    type: 276,
    wrap: (ip) => concatenated(etherType(ip), hex('0000000000010001000602000000000100000000').subarray(0, 18), ip),
  },
  null: { type: 0, wrap: (ip) => concatenated(hex('02000000'), ip) },
  loop: { type: 108, wrap: (ip) => concatenated(hex('00000002'), ip) },
  ipv6: { type: 229, wrap: inIpv6 },
  'ipv6 with extensions': { type: 1, wrap: (ip) => concatenated(ethernet, hex('86dd'), inIpv6(ip, true)) },
};

function etherType(ip: Uint8Array): Uint8Array {
  return hex((ip[0] ?? 0) >>> 4 === 6 ? '86dd' : '0800');
}

/** The same segment over IPv6: its checksum is then wrong, and nobody here looks at it. */
function inIpv6(ip: Uint8Array, withExtensions = false): Uint8Array {
  const protocol = ip[9] ?? 6;
  const payload = ip.subarray(20);
  const extension = withExtensions ? Uint8Array.of(protocol, 0, 1, 4, 0, 0, 0, 0) : new Uint8Array(0);
  const header = new Uint8Array(40);
  const view = new DataView(header.buffer);
  view.setUint8(0, 0x60);
  view.setUint16(4, payload.length + extension.length);
  view.setUint8(6, withExtensions ? 0 : protocol);
  view.setUint8(7, 64);
  header.set(hex('20010db8000000000000'), 8);
  header.set(ip.subarray(12, 16), 20);
  header.set(hex('20010db8000000010000'), 24);
  header.set(ip.subarray(16, 20), 36);
  return concatenated(header, extension, payload);
}

/** Classic pcap in any of its four forms. */
export function classic(
  packets: readonly Written[],
  linkType: number,
  { littleEndian = true, nano = false, snap = 262_144 } = {},
): Uint8Array {
  const header = new DataView(new ArrayBuffer(24));
  header.setUint32(0, nano ? 0xa1b2_3c4d : 0xa1b2_c3d4, littleEndian);
  header.setUint16(4, 2, littleEndian);
  header.setUint16(6, 4, littleEndian);
  header.setUint32(16, snap, littleEndian);
  header.setUint32(20, linkType, littleEndian);
  const records = packets.flatMap(({ at, bytes }) => {
    const record = new DataView(new ArrayBuffer(16));
    const kept = bytes.subarray(0, snap);
    record.setUint32(0, 1_700_000_000 + Math.floor(at / 1_000), littleEndian);
    record.setUint32(4, (at % 1_000) * (nano ? 1e6 : 1e3), littleEndian);
    record.setUint32(8, kept.length, littleEndian);
    record.setUint32(12, bytes.length, littleEndian);
    return [new Uint8Array(record.buffer), kept];
  });
  return concatenated(new Uint8Array(header.buffer), ...records);
}

/** A block of pcapng. */
export function block(type: number, body: Uint8Array, littleEndian: boolean): Uint8Array {
  const padded = concatenated(body, new Uint8Array(-body.length & 3));
  const ends = new DataView(new ArrayBuffer(12));
  ends.setUint32(0, type, littleEndian);
  ends.setUint32(4, padded.length + 12, littleEndian);
  ends.setUint32(8, padded.length + 12, littleEndian);
  const all = new Uint8Array(ends.buffer);
  return concatenated(all.subarray(0, 8), padded, all.subarray(8));
}

/** pcapng with a block that nobody knows, nanoseconds, and every second packet by its simple block where asked. */
export function nextGeneration(
  packets: readonly Written[],
  linkType: number,
  { littleEndian = true, simple = false } = {},
): Uint8Array {
  const body = (length: number, fill: (view: DataView) => void) => {
    const view = new DataView(new ArrayBuffer(length));
    fill(view);
    return new Uint8Array(view.buffer);
  };
  const section = body(16, (view) => {
    view.setUint32(0, 0x1a2b_3c4d, littleEndian);
    view.setUint16(4, 1, littleEndian);
    view.setBigInt64(8, -1n, littleEndian);
  });
  const oneInterface = body(20, (view) => {
    view.setUint16(0, linkType, littleEndian);
    view.setUint16(8, 9, littleEndian);
    view.setUint16(10, 1, littleEndian);
    view.setUint8(12, 9);
  });
  const blocks = packets.map(({ at, bytes }) => {
    if (simple) {
      const length = body(4, (view) => view.setUint32(0, bytes.length, littleEndian));
      return block(3, concatenated(length, bytes), littleEndian);
    }
    const ticks = BigInt(1_700_000_000_000 + at) * 1_000_000n;
    const header = body(20, (view) => {
      view.setUint32(4, Number(ticks >> 32n), littleEndian);
      view.setUint32(8, Number(ticks & 0xffff_ffffn), littleEndian);
      view.setUint32(12, bytes.length, littleEndian);
      view.setUint32(16, bytes.length, littleEndian);
    });
    return block(6, concatenated(header, bytes), littleEndian);
  });
  return concatenated(
    block(0x0a0d_0d0a, section, littleEndian),
    block(1, oneInterface, littleEndian),
    block(0x0000_1234, Uint8Array.of(1, 2, 3, 4, 5), littleEndian),
    ...blocks,
  );
}
