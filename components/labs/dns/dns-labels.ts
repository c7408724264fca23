import { gistOfBytes } from '@/lib/labs/dns/gist';
import { type DnsState, hosts, type Packet } from '@/lib/labs/dns/state';
import { messageIn } from '@/lib/labs/dns/stub';
import { dnsWords } from '@/lib/words/dns';
import { dnsViewWords } from '@/lib/words/dns-view';
import type { Locale } from '@/lib/words/locale';

/** What an address is called: a host's own name, without its last dot, where it has one. */
export function hostName(state: DnsState, address: string, locale: Locale): string {
  const words = dnsViewWords[locale];
  if (address === hosts.stub) return words.stub;
  if (address === hosts.resolver) return words.resolver;
  return serverName(state, address);
}

export function serverName({ internet }: DnsState, address: string): string {
  return internet.servers.get(address)?.names[0]?.replace(/\.$/, '') ?? address;
}

/** `shop.example A`: what a message is about. */
export function questionIn(packet: Packet): string {
  const [question] = messageIn(packet)?.questions ?? [];
  return question ? `${shortName(question.name)} ${question.type}` : '';
}

/** A name as it stands in tables: the last dot only where it is all there is. */
export function shortName(name: string): string {
  return name === '.' ? '.' : name.replace(/\.$/, '');
}

/** `message 3, referral: shop.example A` */
export function nameOf(state: DnsState, id: number, locale: Locale): string {
  const packet = state.packets[id];
  const words = dnsViewWords[locale];
  if (!packet) return words.message(id + 1, '', '');
  return words.message(id + 1, dnsWords[locale].gists[gistOfBytes(packet.bytes)], questionIn(packet));
}

/** Every server, by the name it is known under, in the order of those names. */
export function serverNames({ internet }: DnsState): string[] {
  const all = [...internet.servers.values()].map(({ names, address }) => names[0]?.replace(/\.$/, '') ?? address);
  return [...new Set(all)].sort();
}
