import type { RecordData } from './message';

/** What a record says, as a master file writes it (RFC 1035 §5.1): `10 mail.shop.example.`, `"v=spf1 -all"`. */
export function dataText(data: RecordData): string {
  switch (data.type) {
    case 'A':
    case 'AAAA':
      return data.address;
    case 'NS':
    case 'CNAME':
    case 'PTR':
      return data.target;
    case 'MX':
      return `${data.preference} ${data.exchange}`;
    case 'TXT':
      return data.strings.map((text) => `"${text.replaceAll('"', '\\"')}"`).join(' ');
    case 'SOA': {
      const { mname, rname, serial, refresh, retry, expire, minimum } = data;
      return [mname, rname, serial, refresh, retry, expire, minimum].join(' ');
    }
    case 'SRV':
      return `${data.priority} ${data.weight} ${data.port} ${data.target}`;
    default:
      return `\\# ${data.bytes.length}`;
  }
}
