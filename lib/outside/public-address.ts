import { BlockList, isIP } from 'node:net';

/** What is no place on the public internet (IANA's special-purpose registries, RFC 6890): this machine, this network, and what is reserved. */
const RESERVED: readonly (readonly [net: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
  ['::', 128],
  ['::1', 128],
  // Written-over IPv4: `::ffff:127.0.0.1` is looked at by its IPv4 part; these others never lead to a server of the public internet.
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
];

const reserved = new BlockList();
for (const [net, bits] of RESERVED) reserved.addSubnet(net, bits, net.includes(':') ? 'ipv6' : 'ipv4');

/** Whether a literal IP address may be somebody's server on the public internet. What is no address is not. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  return !reserved.check(address, family === 6 ? 'ipv6' : 'ipv4');
}
