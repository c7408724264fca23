/** The codes of the fields in a segment's datagram, in the order of their bytes: what `segmentMap` uses. */
export const fieldNames = [
  'ip.version',
  'ip.ihl',
  'ip.dscp',
  'ip.ecn',
  'ip.length',
  'ip.identification',
  'ip.flags',
  'ip.fragment-offset',
  'ip.ttl',
  'ip.protocol',
  'ip.checksum',
  'ip.source',
  'ip.destination',
  'tcp.source-port',
  'tcp.destination-port',
  'tcp.seq',
  'tcp.ack',
  'tcp.data-offset',
  'tcp.reserved',
  'tcp.flag.CWR',
  'tcp.flag.ECE',
  'tcp.flag.URG',
  'tcp.flag.ACK',
  'tcp.flag.PSH',
  'tcp.flag.RST',
  'tcp.flag.SYN',
  'tcp.flag.FIN',
  'tcp.window',
  'tcp.checksum',
  'tcp.urgent-pointer',
  'tcp.option.kind',
  'tcp.option.length',
  'tcp.option.mss',
  'tcp.text',
] as const;
export type FieldName = (typeof fieldNames)[number];

export function isFieldName(code: string): code is FieldName {
  return fieldNames.some((name) => name === code);
}
