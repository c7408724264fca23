import { fixtureNow } from '../certificate/fixture-chain';
import { type Captured, writePcap } from '../pcap';
import { capture as captureTcp } from '../tcp/capture';
import { writeUdp } from '../tcp/udp-bytes';
import { clientAddress } from './places';
import type { JourneyState } from './state';

/** What a capture on the learner's computer sees: every message of DNS that it sends or gets, every segment of every connection. */
export function capture({ visits, world }: JourneyState): Captured[] {
  const packets: Captured[] = world.connections.flatMap(({ tcp }) => captureTcp(tcp, 'client'));
  let identification = 1;
  for (const { messages } of visits.flatMap(({ names }) => names)) {
    for (const { transport, from, to, sentAt, at, bytes } of messages) {
      if (transport === 'tcp') continue;
      if (from.address !== clientAddress && to.address !== clientAddress) continue;
      const datagram = writeUdp({
        source: from,
        destination: to,
        identification: identification++ & 0xffff,
        text: bytes,
      });
      packets.push({ at: from.address === clientAddress ? sentAt : at, bytes: datagram });
    }
  }
  return packets.sort((a, b) => a.at - b.at);
}

/** The capture as a file that Wireshark opens. Its clock begins at the lab's noon, so that it is the same each time. */
export function capturePcap(state: JourneyState): Uint8Array<ArrayBuffer> {
  return writePcap(capture(state), fixtureNow / 1_000);
}

/** The keys of all its connections, as a file: `(Pre)-Master-Secret log filename` in Wireshark, `tls.keylog_file` in tshark. */
export function keyLogFile({ world }: JourneyState): string {
  return world.keyLog.map((line) => `${line}\n`).join('');
}
