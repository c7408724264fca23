import type { FieldName } from '@/lib/labs/tcp/field-name';
import { has, type Segment } from '@/lib/labs/tcp/segment';

const names: Record<FieldName, string> = {
  'ip.version': 'IP version',
  'ip.ihl': 'IP header length',
  'ip.dscp': 'Differentiated services',
  'ip.ecn': 'Congestion notification',
  'ip.length': 'Total length',
  'ip.identification': 'Identification',
  'ip.flags': 'Fragment flags',
  'ip.fragment-offset': 'Fragment offset',
  'ip.ttl': 'Time to live',
  'ip.protocol': 'Protocol',
  'ip.checksum': 'IP header checksum',
  'ip.source': 'Source address',
  'ip.destination': 'Destination address',
  'tcp.source-port': 'Source port',
  'tcp.destination-port': 'Destination port',
  'tcp.seq': 'Sequence number',
  'tcp.ack': 'Acknowledgment number',
  'tcp.data-offset': 'Data offset',
  'tcp.reserved': 'Reserved',
  'tcp.flag.CWR': 'Flag CWR',
  'tcp.flag.ECE': 'Flag ECE',
  'tcp.flag.URG': 'Flag URG',
  'tcp.flag.ACK': 'Flag ACK',
  'tcp.flag.PSH': 'Flag PSH',
  'tcp.flag.RST': 'Flag RST',
  'tcp.flag.SYN': 'Flag SYN',
  'tcp.flag.FIN': 'Flag FIN',
  'tcp.window': 'Window',
  'tcp.checksum': 'TCP checksum',
  'tcp.urgent-pointer': 'Urgent pointer',
  'tcp.option.kind': 'Option kind',
  'tcp.option.length': 'Option length',
  'tcp.option.mss': 'Maximum segment size',
  'tcp.option.window-scale': 'Window scale',
  'tcp.option.ts-value': 'Timestamp (TSval)',
  'tcp.option.ts-echo': 'Timestamp echo (TSecr)',
  'tcp.option.sack-from': 'Block begins',
  'tcp.option.sack-to': 'Block ends before',
  'tcp.option.filler': 'Filler',
  'tcp.option.contents': 'Option contents',
  'tcp.text': 'Data',
  'udp.source-port': 'Source port',
  'udp.destination-port': 'Destination port',
  'udp.length': 'Length',
  'udp.checksum': 'UDP checksum',
  'udp.data': 'Data',
};

const optionNames: Partial<Record<number, string>> = {
  2: 'the option that follows is the maximum segment size',
  3: 'the option that follows is the window scale',
  4: 'selective acknowledgement is permitted',
  5: 'blocks of text that arrived ahead of their turn follow',
  8: 'timestamps follow',
};

const isSet = (segment: Segment, flag: 'URG' | 'ECE' | 'CWR') => (has(segment, flag) ? 'Set.' : 'Not set.');

/** What the field says in this segment, and why. */
function meaning(field: FieldName, value: number | string, segment: Segment): string {
  switch (field) {
    case 'ip.version':
      return 'Version 4 of the Internet Protocol.';
    case 'ip.ihl':
      return `${value} words of four bytes: the IP header is 20 bytes long and has no options.`;
    case 'ip.dscp':
      return '0: no special treatment is asked for.';
    case 'ip.ecn':
      return '0: these hosts do not use congestion notification.';
    case 'ip.length':
      return `${value} bytes from the first of the IP header to the last of the data.`;
    case 'ip.identification':
      return `${value}: one more than on the packet this host sent before.`;
    case 'ip.flags':
      return `Don't fragment: a router that cannot pass it whole drops it and tells the sender.`;
    case 'ip.fragment-offset':
      return '0: this is a whole packet, not a piece of one.';
    case 'ip.ttl':
      return `${value}: each router takes one away, and at zero the packet is thrown away.`;
    case 'ip.protocol':
      return value === 17 ? '17: what follows the IP header is UDP.' : '6: what follows the IP header is TCP.';
    case 'ip.checksum':
      return 'Computed over the IP header alone; every router checks it and computes it anew.';
    case 'ip.source':
      return `${value}, the ${segment.from}.`;
    case 'ip.destination':
      return `${value}, the ${segment.from === 'client' ? 'server' : 'client'}.`;
    case 'tcp.source-port':
      return `${value}: which program of the ${segment.from} it comes from.`;
    case 'tcp.destination-port':
      return `${value}: which program of the ${segment.from === 'client' ? 'server' : 'client'} it is for.`;
    case 'tcp.seq':
      return seqMeaning(segment);
    case 'tcp.ack':
      return has(segment, 'ACK')
        ? `${value}: the next number the ${segment.from} expects. All before it has arrived.`
        : 'Means nothing here: the flag ACK is not set.';
    case 'tcp.data-offset':
      return `${value} words of four bytes: so long is the TCP header, and there the data begins.`;
    case 'tcp.reserved':
      return 'Kept free for later; sent as zero.';
    case 'tcp.flag.CWR':
      return `${isSet(segment, 'CWR')} It would say: I have slowed down.`;
    case 'tcp.flag.ECE':
      return `${isSet(segment, 'ECE')} It would say: the network reports congestion.`;
    case 'tcp.flag.URG':
      return `${isSet(segment, 'URG')} It would make the urgent pointer count.`;
    case 'tcp.flag.ACK':
      return has(segment, 'ACK') ? 'Set: the acknowledgment number counts.' : 'Not set: nothing is acknowledged yet.';
    case 'tcp.flag.PSH':
      return has(segment, 'PSH') ? 'Set: hand this to the application without waiting for more.' : 'Not set.';
    case 'tcp.flag.RST':
      return has(segment, 'RST') ? 'Set: there is no such connection, or it ends here and now.' : 'Not set.';
    case 'tcp.flag.SYN':
      return has(segment, 'SYN') ? 'Set: the sequence number is where the sender begins to count.' : 'Not set.';
    case 'tcp.flag.FIN':
      return has(segment, 'FIN') ? 'Set: the sender has no more to send after this.' : 'Not set.';
    case 'tcp.window':
      return `${value}: so many bytes beyond the acknowledgment number the ${segment.from} has room for.`;
    case 'tcp.checksum':
      return 'Computed over the header, the data and both IP addresses, so that a segment at the wrong host is noticed.';
    case 'tcp.urgent-pointer':
      return 'Means nothing here: the flag URG is not set.';
    case 'tcp.option.kind':
      return `${value}: ${optionNames[Number(value)] ?? 'an option this lab does not know'}.`;
    case 'tcp.option.length':
      return `${value} bytes, with the two that say what it is.`;
    case 'tcp.option.mss':
      return `The ${segment.from} takes at most ${value} bytes of data in one segment. Only a SYN may say this.`;
    case 'tcp.option.window-scale':
      return `Every window the ${segment.from} tells from now on is multiplied by ${2 ** Number(value)} (shifted by ${value}); that of the SYN itself is not.`;
    case 'tcp.option.ts-value':
      return `${value}: what the ${segment.from}'s clock shows.`;
    case 'tcp.option.ts-echo':
      return has(segment, 'ACK')
        ? `${value}: the other side's clock, as it was on the segment that is answered. The difference to now is the round trip.`
        : 'Means nothing yet: the other clock has not been heard.';
    case 'tcp.option.sack-from':
      return `${value}: from here on the ${segment.from} already has text that came ahead of its turn.`;
    case 'tcp.option.sack-to':
      return `${value}: up to here, this number not included.`;
    case 'tcp.option.filler':
      return value === 0
        ? '0: the options end here.'
        : '1: fills up, so that the next option begins at a word boundary.';
    case 'tcp.option.contents':
      return 'What the option says; this lab does not know how to read it.';
    case 'udp.source-port':
      return `${value}: which program of the ${segment.from} it comes from.`;
    case 'udp.destination-port':
      return `${value}: which program of the ${segment.from === 'client' ? 'server' : 'client'} it is for.`;
    case 'udp.length':
      return `${value} bytes: the eight of this header and the data.`;
    case 'udp.checksum':
      return 'Computed over header, data and both IP addresses. A datagram that fails it is dropped, and nobody is told.';
    case 'udp.data':
      return `${segment.text.length === 1 ? '1 byte' : `${segment.text.length} bytes`} for the application, without a number.`;
    case 'tcp.text':
      return `${segment.text.length === 1 ? '1 byte' : `${segment.text.length} bytes`} for the application, numbered from ${segment.seq} on.`;
  }
}

function seqMeaning(segment: Segment): string {
  if (has(segment, 'SYN'))
    return `${segment.seq}: where the ${segment.from} begins to count. The SYN itself takes this number.`;
  if (segment.text.length > 0) return `${segment.seq}: the number of the first byte of data in this segment.`;
  if (has(segment, 'FIN')) return `${segment.seq}: the number that the FIN takes.`;
  if (has(segment, 'RST')) return `${segment.seq}: chosen so that the receiver believes the reset.`;
  return `${segment.seq}: the number the next byte will have. This segment takes none.`;
}

/** The fields of a TCP segment and its IP header. */
export const tcpField = { names, meaning };
