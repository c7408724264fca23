import type { RawPacket } from './capture-file';

/** https://www.tcpdump.org/linktypes.html */
const linkTypes = {
  null: 0,
  ethernet: 1,
  rawOld: 12,
  rawBsd: 14,
  raw: 101,
  loop: 108,
  linux: 113,
  ipv4: 228,
  ipv6: 229,
  linux2: 276,
};
const etherTypes = { ipv4: 0x0800, ipv6: 0x86dd };
const vlanTypes = [0x8100, 0x88a8, 0x9100];

/** Ethernet of a virtual network in a virtual network; more is nobody's. */
const mostVlans = 4;

/** Where the IP header begins; null when the packet carries none, or is of a link type that is not known. */
export function ipOffset({ linkType, bytes }: Pick<RawPacket, 'linkType' | 'bytes'>): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = (offset: number, type: number | null) =>
    type === etherTypes.ipv4 || type === etherTypes.ipv6 ? offset : null;
  const u16 = (offset: number) => (offset + 2 <= bytes.length ? view.getUint16(offset) : null);
  switch (linkType) {
    case linkTypes.ethernet:
      return behindVlans(u16, 12);
    case linkTypes.linux:
      return behindVlans(u16, 14);
    case linkTypes.linux2:
      return at(20, u16(0));
    case linkTypes.null:
    case linkTypes.loop:
      return isIpFamily(view) ? 4 : null;
    case linkTypes.raw:
    case linkTypes.rawOld:
    case linkTypes.rawBsd:
    case linkTypes.ipv4:
    case linkTypes.ipv6:
      return 0;
    default:
      return null;
  }
}

function behindVlans(u16: (offset: number) => number | null, typeAt: number): number | null {
  let place = typeAt;
  for (let tags = 0; tags <= mostVlans; tags += 1) {
    const type = u16(place);
    if (type === etherTypes.ipv4 || type === etherTypes.ipv6) return place + 2;
    if (type === null || !vlanTypes.includes(type)) return null;
    place += 4;
  }
  return null;
}

/** AF_INET is 2 everywhere; AF_INET6 is 24, 28 or 30. The number stands in the order of the host that captured. */
function isIpFamily(view: DataView): boolean {
  if (view.byteLength < 4) return false;
  const families = [2, 10, 24, 28, 30];
  return families.includes(view.getUint32(0, true)) || families.includes(view.getUint32(0, false));
}
