import type { CaptureFault } from '@/lib/labs/capture/capture-file';
import type { Observation } from '@/lib/labs/capture/observations';
import type { CaptureField } from '@/lib/labs/capture/packet-map';

const bytes = (count: number) => (count === 1 ? '1 byte' : `${count.toLocaleString('en')} bytes`);
const packets = (count: number) => (count === 1 ? '1 packet' : `${count.toLocaleString('en')} packets`);

function fault({ code, at, found }: CaptureFault): string {
  const where = `At byte ${at.toLocaleString('en')}`;
  const number = (found ?? 0).toLocaleString('en');
  switch (code) {
    case 'not-a-capture':
      return `${where}: this does not begin as a pcap or pcapng file does.`;
    case 'cut':
      return `${where}: the file ends in the middle of a packet or a header.`;
    case 'packet-too-long':
      return `${where}: a packet claims ${number} bytes, more than the file can hold.`;
    case 'block-length':
      return `${where}: a block claims ${number} bytes, which no block can have.`;
    case 'block-ends-differ':
      return `${where}: the end of a block says ${number} bytes, and its beginning says otherwise.`;
    case 'byte-order':
      return `${where}: the section does not say in which order its bytes stand.`;
    case 'no-such-interface':
      return `${where}: a packet is of interface ${number}, which the file does not describe.`;
    case 'too-many-interfaces':
      return `${where}: the file describes more interfaces than any computer has.`;
  }
}

function saw(observation: Observation): string {
  switch (observation.code) {
    case 'asks':
      return 'asks to open';
    case 'answers':
      return 'agrees';
    case 'confirms':
      return 'confirms';
    case 'sent-again':
      return 'sent again';
    case 'fills-gap':
      return 'fills a gap';
    case 'gap-before':
      return `${bytes(observation.bytes)} missing before`;
    case 'keep-alive':
      return 'keep-alive';
    case 'duplicate-ack':
      return `duplicate ACK ${observation.count}`;
    case 'window-closed':
      return 'window closed';
    case 'window-opened':
      return 'window open again';
    case 'closes':
      return 'has no more to send';
    case 'resets':
      return 'breaks off';
  }
}

const fields: Record<CaptureField, string> = {
  'ip.options': 'IP options',
  'ip6.version': 'IP version',
  'ip6.traffic-class': 'Traffic class',
  'ip6.flow-label': 'Flow label',
  'ip6.length': 'Payload length',
  'ip6.next-header': 'Next header',
  'ip6.hop-limit': 'Hop limit',
  'ip6.source': 'Source address',
  'ip6.destination': 'Destination address',
  'ip6.extensions': 'Extension headers',
  'frame.padding': 'Padding',
};

/** What those fields say whose meaning in a capture from elsewhere is not that of the lab's own segments. */
const meanings = {
  headerLength: (words: number) => `${words} words of four bytes: so long is the IP header.`,
  reserved: (value: number): string =>
    value === 0 ? 'Kept free for later; zero here.' : `${value}: bits that were kept free.`,
  identification: 'Which packet this is, should a router have to cut it into pieces.',
  dontFragment: (isSet: boolean): string =>
    isSet
      ? 'Don’t fragment: a router that cannot pass it whole drops it and tells the sender.'
      : 'Routers may cut it into pieces.',
  fragmentOffset: 'Where this piece belongs, in units of eight bytes; 0 is the beginning.',
  window: (value: number, wnd: number): string =>
    value === wnd
      ? `${bytes(wnd)} beyond the acknowledgment number the sender has room for.`
      : `${value}, shifted as its own SYN said: its sender has room for ${bytes(wnd)}.`,
  padding: (count: number) => `${bytes(count)} behind the packet, put there to fill up the frame.`,
  notAll: (kept: number, all: number) => `Of ${bytes(all)} of data the capture kept ${kept.toLocaleString('en')}.`,
};

/** The view of a learner's own capture. */
export const tcpCapture = {
  title: 'Your own capture',
  lede: 'Choose a pcap or pcapng file, or drop it here. It is read in this browser and stays on your device; nothing is uploaded.',
  choose: 'Capture file',
  drop: 'or drop a file here',
  reading: (name: string) => `Reading ${name}…`,
  noScript: 'Reading a file needs JavaScript.',
  failed: 'What reads captures could not be loaded. Check the connection, then choose the file again.',
  tooSlow: 'Reading this file took longer than ten seconds, so it was ended. Nothing else on this page is affected.',
  broken: 'This file could not be read. Nothing else on this page is affected.',
  fault,
  faultAfter: (count: number): string =>
    count === 0 ? 'Nothing before it could be read.' : `The ${packets(count)} before it are shown.`,
  region: (name: string) => `Capture ${name}`,
  packets,
  hasMore: (count: number) => `The file holds more. The first ${packets(count)} are shown.`,
  others: (count: number) =>
    count === 1
      ? '1 packet is neither TCP nor UDP, or was cut too short, and is not drawn.'
      : `${count.toLocaleString('en')} packets are neither TCP nor UDP, or were cut too short, and are not drawn.`,
  noConversations: 'There is no TCP or UDP in what was read.',
  conversations: 'Conversations',
  columns: { which: 'Client and server', protocol: 'Protocol', began: 'Began at', packets: 'Packets', bytes: 'Data' },
  conversation: (client: string, server: string) => `${client} → ${server}`,
  conversationsShown: (from: number, to: number, of: number) => `${from} to ${to} of ${of.toLocaleString('en')}`,
  bytes,
  packetsOf: 'Packets of the conversation',
  packetsShown: (from: number, to: number, of: number) => `Packets ${from} to ${to} of ${of.toLocaleString('en')}`,
  reckoned: (toClient: string, toServer: string) =>
    `A capture knows when it saw a packet, not when it was sent or arrived. By the quickest answers it was taken ${toClient} from the client and ${toServer} from the server; the other times are reckoned from that, and the states follow from the segments.`,
  unreckoned:
    'A capture knows when it saw a packet, not when it was sent or arrived. No answer was seen here, so each packet is drawn at that one time.',
  fromZero: 'Count from each side’s first number',
  wholeNumber: (number: number) => `packet ${number.toLocaleString('en')} of the file`,
  whichPacket: 'Bytes of packet',
  packetName: (number: number, what: string, from: string) => `${number} · ${what} from the ${from.toLowerCase()}`,
  notKept: 'The capture kept no bytes of it.',
  saw,
  fields,
  meanings,
};
