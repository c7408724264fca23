import { readIpv4, uint16 } from '../ipv4';
import { sameSocket } from './half-open';
import { explain, type Moment } from './moment';
import { has, lengthOf, type Refusal, type Segment } from './segment';
import { checksumHolds, fieldsOf, ipHeaderLength, segmentChecksum, tcpProtocol, textPlace } from './segment-bytes';
import { peerOf } from './setup';
import { sendReset } from './transmit';
import { readUdp, udpProtocol } from './udp-bytes';

const checksumAt = ipHeaderLength + 16;

/**
 * A segment whose bytes may be wrong, as its receiver reads it: the IP header's sum, the segment's own (RFC 9293 §3.1, MUST-3), its
 * lengths, then whom it is for and from. null: it was refused, or was for nobody here, and has been dealt with.
 */
export function examine(moment: Moment, segment: Segment): Segment | null {
  const ip = readIpv4(segment.bytes);
  if (!ip) return refuse(moment, segment, 'ip-header');
  const isUdp = segment.protocol === 'udp';
  const least = isUdp ? 8 : 20;
  if (ip.protocol !== (isUdp ? udpProtocol : tcpProtocol) || ip.payload.length < least)
    return refuse(moment, segment, 'malformed');
  if (ip.destination !== moment.state.setup[peerOf(segment.from)].address) {
    explain(moment, { code: 'nobody-there', segment: segment.id });
    return null;
  }
  return isUdp ? readDatagram(moment, segment) : readTcp(moment, segment, ip.source);
}

function readDatagram(moment: Moment, segment: Segment): Segment | null {
  const read = readUdp(segment.bytes);
  if (!read) return refuse(moment, segment, 'checksum');
  return { ...segment, text: read.text };
}

function readTcp(moment: Moment, segment: Segment, address: string): Segment | null {
  const { bytes } = segment;
  if (!checksumHolds(bytes)) return refuse(moment, segment, 'checksum');
  if (textPlace(bytes) === null) return refuse(moment, segment, 'malformed');
  const { setup } = moment.state;
  const to = peerOf(segment.from);
  const source = { address, port: uint16(bytes, ipHeaderLength) };
  const fields = fieldsOf(bytes);
  const isPeer = sameSocket(source, setup[segment.from]);
  const read = { ...segment, ...fields, len: lengthOf(fields), stranger: isPeer ? undefined : source };
  const port = uint16(bytes, ipHeaderLength + 2);
  return port === setup[to].port ? read : refusePort(moment, read, port);
}

/** Nobody has that port: RFC 9293 §3.10.7.1. */
function refusePort(moment: Moment, segment: Segment, port: number): null {
  const side = peerOf(segment.from);
  if (has(segment, 'RST')) explain(moment, { code: 'reset-ignored', side, because: 'closed' });
  else {
    sendReset(moment, moment.state[side], { ...segment, port });
    explain(moment, { code: 'refused', side, flags: segment.flags });
  }
  return null;
}

/** Dropped without a word: who cannot trust the bytes cannot even say whom to answer. */
function refuse(moment: Moment, segment: Segment, because: Refusal): null {
  const { log, now } = moment.state;
  const side = peerOf(segment.from);
  const { id, bytes } = segment;
  const arrived = log.get(id);
  if (arrived) log.set(id, { ...arrived, refused: because });
  moment.events.push({ kind: 'segment-refused', at: now, side, segment: id, because });
  if (because === 'checksum' && segment.protocol !== 'udp')
    explain(moment, { code: 'checksum-refused', side, found: uint16(bytes, checksumAt), right: rightChecksum(bytes) });
  else explain(moment, { code: 'bytes-refused', side, because });
  return null;
}

function rightChecksum(bytes: Uint8Array): number {
  const summed = bytes.slice();
  summed.fill(0, checksumAt, checksumAt + 2);
  return segmentChecksum(summed);
}
